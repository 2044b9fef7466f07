"""The workspace that a newcomer finds: a small compliance desk, with a guest and a person of another company."""

from __future__ import annotations

from bot.workspace.slack.state import Channel, State, User

TEAM = "T0LOCAL"
OTHER_TEAM = "T0OTHER"
PEOPLE = (
    User("U0MARIA", "maria", "Maria Lindqvist", "Europe/Stockholm", 3600, "sv-SE", is_admin=True),
    User("U0JAMES", "james", "James Okafor", "America/New_York", -18000, "en-US"),
    User("U0YUKI", "yuki", "Yuki Tanaka", "Asia/Tokyo", 32400, "ja-JP"),
    User("U0GUEST", "guest", "Gil Guest", is_guest=True),
    User("U0EXTERN", "erin", "Erin External", team_id=OTHER_TEAM),
    User("U0GONE", "gone", "Gary Gone", deleted=True),
)


SECOND_EDITOR = "U0YUKI"  # besides the admin: whoever writes an option does not approve it


def fresh_state(bot_name: str, now: float) -> State:
    """`bot_name` is the manifest's display name of the bot user."""
    bot = User("U0BOT", bot_name, bot_name, is_bot=True)
    state = State(TEAM, "Local workspace", "local-workspace", "A0LOCAL", "B0BOT", bot.id)
    for person in (*PEOPLE, bot):
        state.users[person.id] = User(**{**vars(person), "team_id": person.team_id or TEAM})
    staff = {"U0MARIA", "U0JAMES", "U0YUKI"}
    channels = (
        Channel("C0GENERAL", "general", members={*staff, bot.id}, topic="Everybody"),
        Channel("C0DESK", "sanctions-desk", members={*staff, "U0GUEST", bot.id}, topic="Questions and answers"),
        Channel("C0RANDOM", "random", members=set(staff), topic="The bot is not here"),
        Channel("C0LEGAL", "legal", "private", {"U0MARIA", "U0JAMES", bot.id}, topic="Private, with the bot"),
        Channel("C0BOARD", "board", "private", {"U0MARIA"}, topic="Private, without the bot"),
        Channel("C0SHARED", "deal-room", members={*staff, "U0EXTERN", bot.id}, is_shared=True, topic="Slack Connect"),
        Channel("C0OLD", "old-news", members={*staff, bot.id}, is_archived=True),
    )
    for channel in channels:
        channel.created = int(now)
        state.channels[channel.id] = channel
    return state
