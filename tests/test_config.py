"""Settings: what each may be, and one clear line where one cannot be."""

from __future__ import annotations

import pytest

from bot.config import OURS, Config, problems, read_config, setting_rows
from bot.errors import BadInput, MissingSetting


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, *_ in setting_rows(Config()):
        monkeypatch.delenv(variable, raising=False)


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("PORT", "eighty", "PORT must be a whole number, not 'eighty'."),
        ("PORT", "-1", "PORT: Input should be greater than or equal to 0."),
        ("PORT", "99999", "PORT: Input should be less than or equal to 65535."),
        ("SANCTIONS_BOT_TIMEZONE", "Moon/Base", "SANCTIONS_BOT_TIMEZONE: there is no time zone 'Moon/Base'."),
        ("SANCTIONS_BOT_TIMEZONE", "../etc/passwd", "SANCTIONS_BOT_TIMEZONE: there is no time zone '../etc/passwd'."),
        ("SANCTIONS_BOT_REFRESH_MINUTES", "0", f"{OURS}REFRESH_MINUTES: Input should be greater than or equal to 1."),
        ("SANCTIONS_BOT_LOG_LEVEL", "LOUD", f"{OURS}LOG_LEVEL: Input should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'."),
        ("SANCTIONS_BOT_OPERATORS_CHANNEL", "#ops", f"{OURS}OPERATORS_CHANNEL: '#ops' is none of the ids of channels."),
        (
            "SANCTIONS_BOT_LISTS_GATEWAY",
            "http://me:secret@proxy:8080",
            f"{OURS}LISTS_GATEWAY: it must be http://host:port, without a path and without a password.",
        ),
        ("SANCTIONS_BOT_EDITORS", "maria", "SANCTIONS_BOT_EDITORS: 'maria' is none of the people's ids, nor `admins`."),
        ("SANCTIONS_BOT_LIST", "x", "SANCTIONS_BOT_LIST is no setting of the bot. Did you mean SANCTIONS_BOT_LISTS?"),
        (f"{OURS}STALE_DAY", "9", f"{OURS}STALE_DAY is no setting of the bot."),
        (f"{OURS}MIRROR", "x", f"{OURS}MIRROR is no setting of the bot. Did you mean SANCTIONS_LISTS_MIRROR?"),
        (f"{OURS}RETENTION", "9", f"{OURS}RETENTION is no setting of the bot. Did you mean {OURS}RETENTION_DAYS?"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, says: str
):
    monkeypatch.setenv(variable, value)
    assert list(problems()) == [says]
    with pytest.raises(BadInput) as raised:
        read_config()
    assert str(raised.value) == says


def test_a_policy_that_there_is_not_names_its_settings(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SANCTIONS_BOT_POSSIBLE_FROM", "2")
    [says] = problems()
    assert says.startswith("POSSIBLE may begin from 0.70 to 0.90, not at '2'.")
    assert "SANCTIONS_BOT_POSSIBLE_FROM" in says


def test_everything_that_is_wrong_is_told_at_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PORT", "eighty")
    monkeypatch.setenv("SANCTIONS_BOT_LOCAL_PORT", "x")
    monkeypatch.setenv("SANCTIONS_BOT_HSOT", "x")
    assert len(list(problems())) == 3


def test_an_empty_variable_counts_as_absent(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PORT", "")
    monkeypatch.setenv("SANCTIONS_LISTS_MIRROR", "")
    config = read_config()
    assert (config.port, config.lists_mirror) == (3000, None)
    assert not config.is_given("port")


def test_words_are_parted_by_spaces_and_commas(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SANCTIONS_BOT_EDITORS", "admins, U0YUKI")
    assert read_config().editors == ("admins", "U0YUKI")


def test_a_secret_that_is_needed_is_asked_for_by_its_variable():
    with pytest.raises(MissingSetting, match="SLACK_BOT_TOKEN is not set"):
        read_config().needed("slack_bot_token")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://u:hunter2@db/s",
        "postgresql://db/s?user=u&password=hunter2",
        "postgresql://u:hunter2@db/s?sslpassword=hunter2",
        "postgresql://u:hunter2/and?more@db/s",
        "postgresql://u:hunter2@at@db/s",
        "postgres//u:hunter2@db/s",
        "postgresql:u:hunter2@db/s",
        "u:hunter2@db/s",
    ],
)
def test_no_password_is_printed(monkeypatch: pytest.MonkeyPatch, url: str):
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-hunter2")
    monkeypatch.setenv("SLACK_API_URL", "https://u:hunter2@proxy/api/?token=hunter2")
    config = read_config()
    printed = [value for _, value, _, _ in setting_rows(config)]
    assert not any("hunter2" in value for value in printed)
    assert "hunter2" not in repr(config)
    assert config.database_url.get_secret_value() == url


@pytest.mark.parametrize("url", ["sqlite:///var/s.db", "sqlite:////home/u@site/s.db", "postgresql://u@db:5432/s"])
def test_an_address_without_a_password_is_printed_as_it_is(monkeypatch: pytest.MonkeyPatch, url: str):
    monkeypatch.setenv("DATABASE_URL", url)
    assert ("DATABASE_URL", url) in [row[:2] for row in setting_rows(read_config())]
