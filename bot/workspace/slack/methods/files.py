"""files.getUploadURLExternal and completeUploadExternal: the two calls of files_upload_v2 around the upload itself."""

from __future__ import annotations

from typing import Any

from bot.workspace.slack import posting
from bot.workspace.slack.hub import Hub
from bot.workspace.slack.methods.call import Answer, Call, Method
from bot.workspace.slack.methods.chat import destination, thread_of
from bot.workspace.slack.refusal import Refused, invalid
from bot.workspace.slack.rendering import file_json
from bot.workspace.slack.state import Channel, File, new_id


def get_upload_url(call: Call) -> Answer:
    name, length = call.required("filename"), call.number("length", 0)
    if length <= 0:
        raise invalid("invalid_arguments", ["[ERROR] length must be more than 0"])
    file = File(new_id(call.state, "F"), name, length)
    call.state.files[file.id] = file
    return {"file_id": file.id, "upload_url": f"{call.hub.url}/upload/v1/{file.id}"}


def receive(hub: Hub, file_id: str, content: bytes) -> None:
    """The bytes that were put to an upload URL. Raises Refused(file_not_found | incorrect_length)."""
    with hub.lock:
        file = hub.state.files.get(file_id)
        if file is None or file.uploaded:
            raise Refused("file_not_found", status=404)
        if len(content) != file.length:
            raise Refused("incorrect_length", status=400)
        file.content, file.uploaded = content, True
        hub.tell("file.uploaded", file=file_json(file))


def finished(call: Call) -> list[File]:
    given = posting.parsed(call.args.get("files"), "files")
    if not isinstance(given, list) or not given:
        raise invalid("invalid_arguments", ["[ERROR] missing required field: files"])
    found = []
    for each in given:
        file = call.state.files.get(each.get("id", "")) if isinstance(each, dict) else None
        if file is None or not file.uploaded:
            raise Refused("file_not_found")
        file.title = str(each.get("title") or file.name)
        found.append(file)
    return found


def complete_upload(call: Call) -> Answer:
    found = finished(call)
    channels = [call.text("channel_id")] if call.text("channel_id") else call.text("channels").split(",")
    for name in filter(None, channels):
        sharing = Call(call.hub, call.method, {**call.args, "channel": name}, call.token)
        share(sharing, destination(sharing), found)
    return {"files": [file_json(file) for file in found]}


def share(call: Call, channel: Channel, found: list[File]) -> None:
    content: dict[str, Any] = {"text": call.text("initial_comment")}
    facts = {"thread_ts": thread_of(call, channel), "files": [file.id for file in found]}
    posting.post(call.hub, channel, posting.by_bot(call.hub, channel.id, content, **facts))
    for file in found:
        file.shared_in.append(channel.id)


def info(call: Call) -> Answer:
    file = call.state.files.get(call.required("file"))
    if file is None or not file.uploaded:
        raise Refused("file_not_found")
    return {"file": file_json(file)}


def fetched(hub: Hub, file_id: str, authorization: str) -> bytes | None:
    """What lies at a private address; None where the token is none or lacks files:read: Slack then shows its page for
    signing in. Raises Refused(file_not_found)."""
    with hub.lock:
        token = hub.state.tokens.get(authorization.removeprefix("Bearer "))
        if token is None or token.dead or "files:read" not in token.scopes:
            return None
        file = hub.state.files.get(file_id)
        if file is None or not file.uploaded:
            raise Refused("file_not_found", status=404)
        return file.content


METHODS = (
    Method("files.info", info, ("files:read",), 4),
    Method("files.getUploadURLExternal", get_upload_url, ("files:write",), 4),
    Method("files.completeUploadExternal", complete_upload, ("files:write",), 4),
)
