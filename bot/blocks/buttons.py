"""What can be done, as buttons and a menu beside them."""

from __future__ import annotations

from bot.answers.document import Act, Action
from bot.blocks import kit
from bot.blocks.kit import Block, Element

MENU = "act:menu:"
# What ends something is asked back, unless the message itself asks.
ENDS = {
    Act.UNWATCH: "It is told here no more. It can be taken back for a day.",
    Act.CANCEL: "The screening ends here, and no file is sent.",
}
ASIDE = (Act.WATCH, Act.SHARE, Act.EDIT, Act.POST)  # done now and then


class Numbers:
    """Numbers the buttons: an action_id must be new in its payload, and home and message share one register."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        self.last += 1
        return self.last


def buttons(actions: tuple[Action, ...], numbers: Numbers, room: int) -> list[Block]:
    """Rows of buttons, as many as fit; what is done now and then stands in a menu beside them. A value over Slack's
    2,000 characters cannot be pressed, so it is not shown."""
    aside = _aside(actions)
    fitting: list[Element] = []
    for action in actions:
        if action in aside:
            continue
        if not action.label.strip() or not action.value:
            continue
        element = _button(action, numbers)
        if element is None:
            continue
        room -= kit.weight([element])
        if room < 0:
            break
        fitting.append(element)
    if aside and room > 0:
        choices = [(one.label, f"act:{one.act.value}:{numbers.next()} {one.value}") for one in aside]
        fitting.append(kit.menu(f"{MENU}{numbers.next()}", choices))
    return kit.rows(fitting)


def elements_of(actions: tuple[Action, ...]) -> int:
    """How many buttons these are, the menu counted as one."""
    aside = _aside(actions)
    return len(actions) - len(aside) + bool(aside)


def _aside(actions: tuple[Action, ...]) -> list[Action]:
    """The actions of a menu; a first file stays a button, but not beside the steps of an option. None where the menu
    would hold one alone, or where what is left out would fit in no menu."""
    files = [one for one in actions if one.act is Act.FILE]
    moves = any(one.act is Act.MOVE for one in actions)
    found = [one for one in actions if one.act in ASIDE or one in files[not moves :]]
    found = [one for one in found if one.value and not one.confirm and kit.size(one.value) < kit.MENU_VALUE - 20]
    return found[: kit.MENU_CHOICES] if len(found) > 1 and len(actions) > 2 else []


def _button(action: Action, numbers: Numbers) -> Element | None:
    name = f"act:{action.act.value}:{numbers.next()}"
    if action.act is Act.OPEN:
        url = kit.web_address(action.value)
        return kit.button(name, action.label, url=url, says=action.says) if url else None
    if kit.size(action.value) > kit.BUTTON_VALUE:
        return None
    style, confirm = action.style, action.confirm
    if action.act in ENDS and not style:
        style, confirm = "danger", confirm or ENDS[action.act]
    return kit.button(name, action.label, value=action.value, says=action.says, confirm=confirm, style=style)
