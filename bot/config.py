"""Every setting in one table: its variable, its default, what it means. Read by the command line and the app alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bot.errors import BadInput, MissingSetting


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table. `kind` is text, int, path or secret; secrets are never printed."""

    name: str
    variable: str
    default: str
    meaning: str
    kind: str = "text"


SETTINGS = (
    Setting(
        "database_url",
        "DATABASE_URL",
        "sqlite:///var/sanctions.db",
        "SQLAlchemy address of the database: SQLite or PostgreSQL",
        "url",
    ),
    Setting(
        "slack_bot_token", "SLACK_BOT_TOKEN", "", "bot token (xoxb-...); without it the local Slack is used", "secret"
    ),
    Setting("slack_app_token", "SLACK_APP_TOKEN", "", "app-level token (xapp-...), for Socket Mode", "secret"),
    Setting("slack_signing_secret", "SLACK_SIGNING_SECRET", "", "signs what Slack sends over HTTP", "secret"),
    Setting("slack_api_url", "SLACK_API_URL", "https://slack.com/api/", "base address of Slack's Web API"),
    Setting("slack_client_id", "SLACK_CLIENT_ID", "", "for installation in many workspaces (OAuth)"),
    Setting("slack_client_secret", "SLACK_CLIENT_SECRET", "", "for installation in many workspaces (OAuth)", "secret"),
    Setting("port", "PORT", "3000", "port of the HTTP process", "int"),
    Setting("host", "SANCTIONS_BOT_HOST", "127.0.0.1", "address that the HTTP process binds"),
    Setting("lists_mirror", "SANCTIONS_LISTS_MIRROR", "", "folder to read lists from in place of the network", "path"),
    Setting("test_lists", "SANCTIONS_TEST_LISTS", "../shared/lists", "where the tests look for real lists", "path"),
    Setting(
        "lists",
        "SANCTIONS_BOT_LISTS",
        "us_ofac_sdn us_ofac_cons un_sc eu_fsf gb_uksl",
        "keys of the lists that refresh fetches",
    ),
    Setting(
        "refresh_minutes", "SANCTIONS_BOT_REFRESH_MINUTES", "60", "how often the worker refreshes, in minutes", "int"
    ),
    Setting(
        "retention_days", "SANCTIONS_BOT_RETENTION_DAYS", "365", "how long questions asked are kept, in days", "int"
    ),
    Setting("local_port", "SANCTIONS_BOT_LOCAL_PORT", "3100", "port of the local Slack that `run` starts", "int"),
    Setting("timezone", "SANCTIONS_BOT_TIMEZONE", "UTC", "zone in which 'today' and 'last week' are meant"),
    Setting(
        "editors",
        "SANCTIONS_BOT_EDITORS",
        "admins",
        "who may edit and approve relief options: `admins` (of the workspace) and people's ids",
    ),
    Setting(
        "confidential_channels",
        "SANCTIONS_BOT_CONFIDENTIAL_CHANNELS",
        "",
        "ids of the channels in which confidential options are answered",
    ),
    Setting(
        "confidential_people",
        "SANCTIONS_BOT_CONFIDENTIAL_PEOPLE",
        "",
        "ids of the people to whom confidential options are answered in person",
    ),
    Setting(
        "operators_channel",
        "SANCTIONS_BOT_OPERATORS_CHANNEL",
        "",
        "id of the channel that is told of editions that the guards hold, and may accept or reject them",
    ),
    Setting(
        "index_dir",
        "SANCTIONS_BOT_INDEX_DIR",
        "",
        "folder of the stored index of names; without it that of the SQLite file, else ./var",
        "path",
    ),
    Setting(
        "possible_from",
        "SANCTIONS_BOT_POSSIBLE_FROM",
        "0.80",
        "score from which a hit is POSSIBLE, 0.70 (careful) to 0.90 (quiet); see docs/screening.md",
    ),
    Setting(
        "weak_aliases",
        "SANCTIONS_BOT_WEAK_ALIASES",
        "below",
        "weak aliases: `out` (they find nobody), `below` strong names, or as `strong` ones",
    ),
    Setting(
        "listed_by",
        "SANCTIONS_BOT_LISTED_BY",
        "rare",
        "what makes LISTED: an `equal` name or identifier, or also given name and `rare` surname",
    ),
    Setting("log_level", "SANCTIONS_BOT_LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR"),
)


@dataclass(frozen=True, slots=True)
class Value:
    """A setting with the value it has and where that came from: the environment or the default."""

    setting: Setting
    value: str
    source: str

    @property
    def shown(self) -> str:
        """The value as it may be printed: secrets and passwords in addresses masked."""
        if self.setting.kind == "secret":
            return "(set)" if self.value else ""
        if self.setting.kind == "url" and "@" in self.value:
            parts = urlsplit(self.value)
            return self.value.replace(f":{parts.password}@", ":****@") if parts.password else self.value
        return self.value


@dataclass(frozen=True)
class Config:
    """All settings, read once. Attributes are the names in SETTINGS."""

    values: tuple[Value, ...]

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> Config:
        """Read the environment. BadInput where a number is none."""
        values = []
        for setting in SETTINGS:
            given = environ.get(setting.variable, "").strip()
            if given and setting.kind == "int" and not (given.isascii() and given.isdigit()):
                raise BadInput(f"{setting.variable} must be a whole number, not {given!r}.")
            values.append(Value(setting, given or setting.default, "environment" if given else "default"))
        return cls(tuple(values))

    def text(self, name: str) -> str:
        return next(v.value for v in self.values if v.setting.name == name)

    def source(self, name: str) -> str:
        return next(v.source for v in self.values if v.setting.name == name)

    def words(self, name: str, expected: str) -> frozenset[str]:
        """Words parted by spaces or commas, each as the regular expression says. BadInput where one is not."""
        found = frozenset(self.text(name).replace(",", " ").split())
        for word in sorted(found):
            if not re.fullmatch(expected, word):
                variable = next(v.setting for v in self.values if v.setting.name == name)
                raise BadInput(f"{variable.variable}: {word!r} is none of the {variable.meaning}.")
        return found

    def number(self, name: str) -> int:
        return int(self.text(name))

    def path(self, name: str) -> Path | None:
        return Path(self.text(name)) if self.text(name) else None

    def needed(self, name: str) -> str:
        """The value, or MissingSetting naming the variable."""
        value = next(v for v in self.values if v.setting.name == name)
        if not value.value:
            raise MissingSetting(f"{value.setting.variable} is not set: {value.setting.meaning}.")
        return value.value

    @property
    def has_slack(self) -> bool:
        return bool(self.text("slack_bot_token"))
