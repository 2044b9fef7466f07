"""The group of all commands: each is imported when it is called, and fails in one clear line."""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Mapping
from typing import Any

import click

from bot.errors import BadInput, BotError, MissingSetting

BAD_INPUT = 2
FAILED = 1


class Commands(click.Group):
    """`where` names the module of this package that each command is in: a start pays for what it uses.

    A BotError ends as one line on stderr, and as an object where --json was given: 2 for bad input, 1 for anything
    else.
    """

    def __init__(self, *args: Any, where: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._where = where

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._where)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._where:
            return None
        module = importlib.import_module(f"bot.cli.{self._where[cmd_name]}")
        command = getattr(module, cmd_name)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            given = super().invoke(ctx)
            sys.stdout.flush()
            return given
        except BotError as error:
            if ctx.meta.get("json"):
                emit({"status": "refused", "reason": str(error)})
            click.echo(f"sanctions-bot: {error}", err=True)
            raise click.exceptions.Exit(
                BAD_INPUT if isinstance(error, BadInput | MissingSetting) else FAILED
            ) from error
        except BrokenPipeError:
            _close_output()
            raise click.exceptions.Exit(FAILED) from None
        except OSError as error:
            named = f"{error.filename}" if error.filename else "The output"
            click.echo(f"sanctions-bot: {named} cannot be written or read: {error.strerror or error}.", err=True)
            if not error.filename:
                _close_output()
            raise click.exceptions.Exit(BAD_INPUT if error.filename else FAILED) from error


def _close_output() -> None:
    """Nobody reads what is left, or there is no room for it: leaving must not try to write it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def emit(value: Mapping[str, Any]) -> None:
    """One JSON object on one line on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, default=str))
