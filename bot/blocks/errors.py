"""What a person sees when something went wrong: one sentence, and an id that is also in the log."""

from __future__ import annotations

from bot.blocks import kit
from bot.blocks.render import Message

UNEXPECTED = "Something went wrong on our side, and your question was not answered."


def sorry(sentence: str, incident: str = "") -> Message:
    """One sentence. `incident` is the id to quote; without one the sentence is the person's to act on."""
    said = kit.cut(kit.tidy(sentence), 600)
    if not incident:
        return Message(kit.escape(said), [kit.rich(kit.section(kit.run(f"⚠️ {said}")))])
    told = f"If it happens again, tell whoever runs this bot the id {incident}."
    blocks = [kit.rich(kit.section(kit.run(f"⚠️ {said}"))), kit.context(kit.words(told))]
    return Message(kit.escape(f"{said} {told}"), blocks)


def shared_by(message: Message, user: str) -> Message:
    """The same message with a line that says who put it in the channel. `user` is Slack's id."""
    line = kit.rich(
        kit.section(kit.run("Shared by "), {"type": "user", "user_id": user}, kit.run(" from a private answer."))
    )
    return Message(message.text, [*message.blocks, line])
