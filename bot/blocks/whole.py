"""An answer whole, in a window: what a message keeps behind its button, and all else with it."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.document import Answer
from bot.blocks import details, kit
from bot.blocks.buttons import Numbers
from bot.blocks.details import View
from bot.blocks.kit import Block
from bot.blocks.render import drawn_card, fine_print

ROOM = 40_000  # characters of blocks: a window takes far more than a message


def whole(answer: Answer) -> View:
    """Every line of every card, without buttons: the message under it has them. A window takes no table, so its rows
    are lines."""
    blocks: list[Block] = []
    for card in answer.cards:
        shown = replace(card.opened, actions=())
        drawn = drawn_card(shown, ROOM // len(answer.cards), Numbers(), after=bool(blocks), with_table=False)
        if len(blocks) + len(drawn) > kit.VIEW_BLOCKS - 2:
            blocks.append(kit.rich(kit.section(kit.run("… and more than fits in one window.", italic=True))))
            break
        blocks += drawn
    return details.with_blocks([*blocks, *fine_print(answer.fine)], "The whole answer")
