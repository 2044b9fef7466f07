"""The Bolt app with every listener, for either way of serving it."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.error import URLError

from slack_bolt import App
from slack_bolt.error import BoltError
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from bot.app.intake import Intake, Listeners
from bot.app.response_urls import OnlyToSlack
from bot.errors import BadInput, MissingSetting, Unreachable
from handlers.slack.front import Front
from handlers.slack.held import Judge
from handlers.slack.listeners import register
from handlers.slack.replies import RetriesWhatWasNotSent
from handlers.slack.work import Workers

log = logging.getLogger("sanctions_bot.app")

SLACK = "https://slack.com/api/"
LISTENERS = 32  # Bolt's own five threads lose the acknowledgement of the sixth slow command
DRAIN_SECONDS = 6.0  # platforms kill ten seconds after SIGTERM, and hanging up may take three


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """What the connection to Slack needs. Tokens and secret as Slack names them."""

    bot_token: str = field(repr=False)
    signing_secret: str = field(default="", repr=False)
    api_url: str = SLACK
    timeout: int = 10  # seconds, for one call of the Web API
    verify_token: bool = True


@dataclass(frozen=True, slots=True)
class SlackApp:
    """The app with the workers that its listeners hand their work to."""

    bolt: App
    workers: Workers
    settings: SlackSettings
    intake: Intake

    def drain(self, seconds: float = DRAIN_SECONDS) -> None:
        """Finish what was begun, take no more. What is not finished in time another process takes up."""
        self.intake.close()
        left = self.workers.drain(seconds)
        self.bolt.listener_runner.listener_executor.shutdown(wait=False)
        if left:
            log.warning("%s answers were not finished in %s s", left, seconds)


def build_app(
    settings: SlackSettings, front: Front, workers: Workers | None = None, judge: Judge | None = None
) -> SlackApp:
    """The Bolt app with every listener. Asks Slack whether the token is good, unless told not to.

    Raises MissingSetting without a token, BadInput where Slack refuses it, Unreachable where Slack does not answer.
    """
    if not settings.bot_token:
        raise MissingSetting("SLACK_BOT_TOKEN is not set: the bot token (xoxb-...) from the app's OAuth page.")
    try:
        with _bolt_reads_no_environment():
            app = App(
                name="sanctions-bot",
                client=web_client(settings),
                signing_secret=settings.signing_secret,
                token_verification_enabled=settings.verify_token,
                listener_executor=Listeners(LISTENERS, thread_name_prefix="listener"),
                raise_error_for_unhandled_request=True,
                # bot.app.http checks before it reads. Bolt would read first, answer `ssl_check` to anybody, tell errors
                # to the address that the body gives, and log the whole of what it refuses.
                request_verification_enabled=False,
                before_authorize=OnlyToSlack(settings.api_url),
            )
    except (BoltError, SlackApiError) as error:
        raise BadInput(f"Slack refused SLACK_BOT_TOKEN: {reason(error)}.") from error
    except (URLError, OSError) as error:
        raise Unreachable(f"Slack could not be reached at {settings.api_url}.") from error
    made = SlackApp(app, workers or Workers(), settings, Intake(app, front.sessions, front.now))
    register(app, front, made.workers, judge)
    made.intake.open()
    return made


@contextlib.contextmanager
def _bolt_reads_no_environment() -> Iterator[None]:
    """Bolt looks for SLACK_ variables by itself. With a client id and secret there it would begin an OAuth flow of its
    own, keep tokens in files, and drop the token that it is given. Settings are ours to read."""
    hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("SLACK_")}
    try:
        yield
    finally:
        os.environ.update(hidden)


def web_client(settings: SlackSettings) -> WebClient:
    """A client that waits out rate limits, and tries again where Slack was not reached: never a call that Slack may
    have done (HTTP 500, a connection that broke), or an answer would be posted twice. It sleeps its thread."""
    return WebClient(
        token=settings.bot_token,
        base_url=settings.api_url if settings.api_url.endswith("/") else f"{settings.api_url}/",
        timeout=settings.timeout,
        retry_handlers=[
            RetriesWhatWasNotSent(max_retry_count=2),
            RateLimitErrorRetryHandler(max_retry_count=2),
        ],
    )


def reason(error: Exception) -> str:
    cause = error if isinstance(error, SlackApiError) else error.__context__
    data = getattr(getattr(cause, "response", None), "data", None)
    return str(data.get("error", "no reason given")) if isinstance(data, dict) else "no reason given"
