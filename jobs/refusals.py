"""What Slack's short words for a refusal mean to a message: docs.slack.dev/reference/methods/chat.postMessage."""

from __future__ import annotations

from dataclasses import dataclass
from socket import gaierror
from typing import Any
from urllib.error import URLError

from slack_sdk.errors import SlackApiError

# The place takes no message now. It may again: unarchived, the bot invited, the person back.
NO_PLACE = frozenset(
    {
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "user_not_found",
        "user_disabled",
        "users_not_found",
        "cannot_dm_bot",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
        "restricted_action_non_threadable_channel",
        "restricted_action_thread_locked",
        "messages_tab_disabled",
        "channel_type_not_supported",
    }
)
# The installation is away or lacks a permission: nothing of this workspace can be delivered until it is mended.
NO_INSTALLATION = frozenset(
    {
        "account_inactive",
        "token_revoked",
        "token_expired",
        "invalid_auth",
        "not_authed",
        "team_not_found",
        "org_login_required",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "ekm_access_denied",
        "access_denied",
        "team_access_not_granted",
        "two_factor_setup_required",
        "enterprise_is_restricted",
        "accesslimited",
    }
)
# Slack is not well: the same call may work in a while.
PASSING = frozenset({"service_unavailable", "request_timeout", "team_added_to_org", "message_limit_exceeded"})
# Slack failed while it worked on the call: the message may have been posted.
DOUBTFUL = frozenset({"internal_error", "fatal_error"})
NOT_REACHED = "Slack could not be reached"
NOT_ANSWERED = "Slack did not answer"


@dataclass(frozen=True, slots=True)
class Reply:
    """What Slack said to one call. `error` is Slack's word, "" when all went well. `doubtful`: nobody can know what
    became of the call. `passing`: it was not taken, and may be in a while. `reached`: false where Slack surely never
    got it. `needed` are the scopes that it lacked."""

    error: str = ""
    doubtful: bool = False
    passing: bool = False
    reached: bool = True
    retry_after: int = 0
    needed: str = ""
    body: dict[str, Any] | None = None


def refusal(error: SlackApiError) -> Reply:
    """The reply that an exception of the SDK stands for."""
    response = error.response
    status, data = getattr(response, "status_code", 0), getattr(response, "data", None)
    data = data if isinstance(data, dict) else {}
    word = str(data.get("error") or "")
    if status == 429 or word in ("ratelimited", "rate_limited"):
        headers = {name.lower(): value for name, value in (getattr(response, "headers", None) or {}).items()}
        asked = str(headers.get("retry-after", ""))
        seconds = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 9 else 30
        return Reply(error="ratelimited", retry_after=max(1, seconds))
    if status >= 500 or not word or word in DOUBTFUL:
        return Reply(error=word or f"HTTP {status}", doubtful=True)
    return Reply(error=word, passing=word in PASSING, needed=str(data.get("needed") or ""))


def failure(error: Exception) -> Reply:
    """The reply where there was none."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, ConnectionRefusedError | gaierror):
        return Reply(error=NOT_REACHED, reached=False)
    return Reply(error=NOT_ANSWERED, doubtful=True)
