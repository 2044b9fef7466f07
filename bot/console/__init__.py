"""Answers on a terminal."""

from bot.console.draw import draw

__all__ = ["draw"]
