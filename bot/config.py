"""Every setting: its variable, its default, what it means, and what values it may have. Read by the command line and
the app alone."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import BadInput, MissingSetting
from bot.screening.policy import Policy

OURS = "SANCTIONS_BOT_"
CHANNEL, PERSON = "[CG][A-Z0-9]+", "[UW][A-Z0-9]+"


def _split(value: object) -> object:
    return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value


def _each(expected: str, what: str) -> AfterValidator:
    def check(words: tuple[str, ...]) -> tuple[str, ...]:
        for word in words:
            if not re.fullmatch(expected, word):
                raise ValueError(f"{word!r} is none of the {what}")
        return words

    return AfterValidator(check)


def _zone(value: object) -> ZoneInfo:
    if isinstance(value, ZoneInfo):
        return value
    try:
        return ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"there is no time zone {value!r}") from error


def _gateway(value: str) -> str:
    if value and not re.fullmatch(r"https?://[^/@\s]+", value):
        raise ValueError("it must be http://host:port, without a path and without a password")  # which it may hold
    return value


Words = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]  # parted by spaces or commas
Port = Annotated[int, Field(ge=0, le=65535)]


def _of(variable: str, default: Any, meaning: str, **rules: Any) -> Any:
    return Field(default, validation_alias=variable, description=meaning, **rules)


class Config(BaseSettings):
    """All settings, read from the environment once. An empty variable counts as absent."""

    model_config = SettingsConfigDict(
        case_sensitive=True, env_ignore_empty=True, frozen=True, extra="ignore", hide_input_in_errors=True
    )

    database_url: SecretStr = _of(
        "DATABASE_URL",
        SecretStr("sqlite:///var/sanctions.db"),
        "SQLAlchemy address of the database: SQLite or PostgreSQL",
    )
    slack_bot_token: SecretStr = _of(
        "SLACK_BOT_TOKEN", SecretStr(""), "bot token (xoxb-...); without it the local Slack is used"
    )
    slack_app_token: SecretStr = _of("SLACK_APP_TOKEN", SecretStr(""), "app-level token (xapp-...), for Socket Mode")
    slack_signing_secret: SecretStr = _of("SLACK_SIGNING_SECRET", SecretStr(""), "signs what Slack sends over HTTP")
    slack_api_url: str = _of("SLACK_API_URL", "https://slack.com/api/", "base address of Slack's Web API", repr=False)
    slack_client_id: str = _of("SLACK_CLIENT_ID", "", "for installation in many workspaces (OAuth)")
    slack_client_secret: SecretStr = _of(
        "SLACK_CLIENT_SECRET", SecretStr(""), "for installation in many workspaces (OAuth)"
    )
    port: Port = _of("PORT", 3000, "port of the HTTP process")
    host: str = _of("SANCTIONS_BOT_HOST", "127.0.0.1", "address that the HTTP process binds")
    lists_mirror: Path | None = _of("SANCTIONS_LISTS_MIRROR", None, "folder to read lists from in place of the network")
    lists_gateway: Annotated[str, AfterValidator(_gateway)] = _of(
        "SANCTIONS_BOT_LISTS_GATEWAY", "", "http://host:port that every request for a list goes to, whoever it is for"
    )
    test_lists: Path = _of("SANCTIONS_TEST_LISTS", Path("../shared/lists"), "where the tests look for real lists")
    lists: Words = _of(
        "SANCTIONS_BOT_LISTS",
        ("us_ofac_sdn", "us_ofac_cons", "un_sc", "eu_fsf", "gb_uksl"),
        "keys of the lists that refresh fetches",
    )
    refresh_minutes: int = _of(
        "SANCTIONS_BOT_REFRESH_MINUTES", 60, "how often the worker refreshes, in minutes", ge=1, le=40_000
    )
    retention_days: int = _of(
        "SANCTIONS_BOT_RETENTION_DAYS", 365, "how long questions asked are kept, in days", ge=1, le=40_000
    )
    local_port: Port = _of("SANCTIONS_BOT_LOCAL_PORT", 3100, "port of the local Slack that `run` starts")
    timezone: Annotated[ZoneInfo, BeforeValidator(_zone)] = _of(
        "SANCTIONS_BOT_TIMEZONE", ZoneInfo("UTC"), "zone in which 'today' and 'last week' are meant"
    )
    editors: Annotated[Words, _each(f"admins|{PERSON}", "people's ids, nor `admins`")] = _of(
        "SANCTIONS_BOT_EDITORS",
        ("admins",),
        "who may edit and approve relief options: `admins` (of the workspace) and people's ids",
    )
    confidential_channels: Annotated[Words, _each(CHANNEL, "ids of channels")] = _of(
        "SANCTIONS_BOT_CONFIDENTIAL_CHANNELS", (), "ids of the channels in which confidential options are answered"
    )
    confidential_people: Annotated[Words, _each(PERSON, "ids of people")] = _of(
        "SANCTIONS_BOT_CONFIDENTIAL_PEOPLE",
        (),
        "ids of the people to whom confidential options are answered in person",
    )
    operators_channel: Annotated[str, Field(pattern=f"^({CHANNEL})?$")] = _of(
        "SANCTIONS_BOT_OPERATORS_CHANNEL",
        "",
        "id of the channel that is told of editions that the guards hold, and may accept or reject them",
    )
    index_dir: Path | None = _of(
        "SANCTIONS_BOT_INDEX_DIR",
        None,
        "folder of the stored index of names; without it that of the SQLite file, else ./var",
    )
    possible_from: str = _of(
        "SANCTIONS_BOT_POSSIBLE_FROM",
        "0.80",
        "score from which a hit is POSSIBLE, 0.70 (careful) to 0.90 (quiet); see docs/screening.md",
    )
    weak_aliases: str = _of(
        "SANCTIONS_BOT_WEAK_ALIASES",
        "below",
        "weak aliases: `out` (they find nobody), `below` strong names, or as `strong` ones",
    )
    listed_by: str = _of(
        "SANCTIONS_BOT_LISTED_BY",
        "rare",
        "what makes LISTED: an `equal` name or identifier, or also given name and `rare` surname",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = _of(
        "SANCTIONS_BOT_LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR"
    )

    @model_validator(mode="after")
    def _policy_can_be_read(self) -> Config:
        try:
            _ = self.policy
        except BadInput as error:
            names = ", ".join(f"{OURS}{one}" for one in ("POSSIBLE_FROM", "WEAK_ALIASES", "LISTED_BY"))
            raise ValueError(f"{error} See {names}.") from error
        return self

    @property
    def policy(self) -> Policy:
        """How careful screening is."""
        return Policy.read(self.possible_from, self.weak_aliases, self.listed_by)

    @property
    def has_slack(self) -> bool:
        return bool(self.slack_bot_token.get_secret_value())

    def needed(self, name: str) -> str:
        """The secret of that name, or MissingSetting naming its variable."""
        value: SecretStr = getattr(self, name)
        if not value.get_secret_value():
            field = type(self).model_fields[name]
            raise MissingSetting(f"{field.validation_alias} is not set: {field.description}.")
        return value.get_secret_value()

    def is_given(self, name: str) -> bool:
        """Whether the environment gives a value, rather than the default."""
        return name in self.model_fields_set


def read_config() -> Config:
    """Raises BadInput with the first thing that is wrong, in one line."""
    for wrong in problems():
        raise BadInput(wrong)
    return Config()


def problems() -> Iterator[str]:
    """Everything that is wrong with the settings, a line each: values that cannot be, and names that nothing reads."""
    known = sorted(_variables())
    for name in sorted(os.environ):
        if name.startswith(OURS) and name not in known:
            yield f"{name} is no setting of the bot." + _did_you_mean(name, known)
    try:
        Config()
    except ValidationError as error:
        yield from (_says(details) for details in error.errors())


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    """What the name was to be; what every name of ours begins with makes none of them likely."""
    stems = {one.removeprefix(OURS).removeprefix("SANCTIONS_"): one for one in known}
    near = get_close_matches(name.removeprefix(OURS), stems, n=1)
    return f" Did you mean {stems[near[0]]}?" if near else ""


def _says(error: ErrorDetails) -> str:
    variable = f"{error['loc'][0]}" if error["loc"] else ""
    message = error["msg"].removeprefix("Value error, ")
    if error["type"] == "int_parsing":
        return f"{variable} must be a whole number, not {os.environ.get(variable, '')[:60]!r}."
    if error["type"] == "string_pattern_mismatch":
        return f"{variable}: {os.environ.get(variable, '')[:60]!r} is none of the ids of channels."
    said = f"{variable}: {message}" if variable else message
    return said if said.endswith(".") else f"{said}."


def _variables() -> dict[str, str]:
    return {str(field.validation_alias): name for name, field in Config.model_fields.items()}


def setting_rows(config: Config) -> Iterator[tuple[str, str, str, str]]:
    """Every setting: its variable, its value as it may be printed (secrets masked), its source, its meaning."""
    for variable, name in _variables().items():
        source = "environment" if config.is_given(name) else "default"
        yield variable, _shown(getattr(config, name), variable), source, str(Config.model_fields[name].description)


def _shown(value: object, variable: str) -> str:
    if isinstance(value, SecretStr):
        secret = value.get_secret_value()
        return _masked(secret) if variable == "DATABASE_URL" else "(set)" if secret else ""
    if isinstance(value, tuple):
        return " ".join(value)
    return _masked(str(value)) if variable == "SLACK_API_URL" else "" if value is None else str(value)


def _masked(address: str) -> str:
    """An address without the password in it. Whatever stands between a name and an @ is one, so that an address with a
    slip in it, which nobody can take apart, gives none away either."""
    bare = re.sub(r"^([\w+]*:?/*[^:/@]*):(?!//).*@", r"\1:****@", address)
    return re.sub(r"(?i)([?&][^=&]*(?:pass|token|secret|sslkey)[^=&]*=)[^&]*", r"\1****", bare)
