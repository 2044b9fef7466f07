"""The numbers of Slack. Source: docs.slack.dev reference, and the threads named beside the undocumented ones."""

from __future__ import annotations

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_TEXT = 40_000  # longer is cut, with the warning message_truncated
BLOCKS_CHARACTERS = 13_200  # undocumented: msg_blocks_too_long, slackapi/bolt-js#2509
ATTACHMENTS = 100
MARKDOWN_CHARACTERS = 12_000  # of all markdown blocks of one message together
TABLE_CHARACTERS = 10_000
TABLES = 1
CHARTS = 2

IDENTIFIER = 255  # block_id, action_id, callback_id, external_id
PRIVATE_METADATA = 3000
VIEW_TITLE = 24
VIEW_STACK = 3
WINDOW_FILE_BYTES = 10_000_000  # of each file in an input of files; into a message larger ones go

TRIGGER_SECONDS = 3.0
ACK_SECONDS = 3.0
RESPONSE_USES = 5
RESPONSE_SECONDS = 30 * 60.0
SOCKETS = 10
RETRY_DELAYS = (0.0, 60.0, 300.0)
SIGNATURE_VERSION = "v0"

SCHEDULE_SECONDS = 120 * 24 * 3600.0
SCHEDULE_WINDOW_SECONDS = 300.0
SCHEDULED_PER_WINDOW = 30

POST_BURST = 5  # "1 per second per channel, short bursts allowed"
TIERS = {
    1: 20,
    2: 20,
    3: 50,
    4: 100,
}  # calls a minute; tier 1 is "1 or more, bursts tolerated", so not stricter than 20
REFRESH_SECONDS = 12 * 3600.0
