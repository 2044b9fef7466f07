"""One page in the browser, spoken of as a person would."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Locator, Page, Request


# light, dark and a narrow window: every kind of message and window is photographed in each
LOOKS: dict[str, tuple[Literal["light", "dark"], int]] = {
    "light": ("light", 1280),
    "dark": ("dark", 1280),
    "400": ("light", 400),
}
HEIGHT, TALL = 800, 2600  # of a window; one message is taken in a window that holds it whole


class Tab:
    """What went wrong in it is in `wrong`; `check` fails on it."""

    def __init__(self, page: Page, address: str, shots: Path) -> None:
        self.page, self.address, self._shots = page, address, shots
        self.wrong: list[str] = []
        self._allowed: list[str] = []
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("console", self._said)
        page.on("request", self._asked)
        page.on("dialog", lambda dialog: self.wrong.append(f"dialog: {dialog.message}"))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.wrong.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(self.address):
            self.wrong.append(f"request: {request.url}")

    def allow(self, words: str) -> None:
        """The test is about this going wrong."""
        self._allowed.append(words)

    def check(self) -> None:
        assert [each for each in self.wrong if not any(words in each for words in self._allowed)] == []

    def go(self, person: str = "maria", place: str = "dm") -> Tab:
        self.page.goto(f"{self.address}/#/{person}/{place}")
        self.page.locator("main").wait_for()
        return self

    def say(self, words: str) -> None:
        """In the composer of the place one is in."""
        box = self.page.locator("main .composer textarea")
        box.fill(words)
        box.press("Enter")

    def reply(self, words: str) -> None:
        """In the thread beside it."""
        box = self.page.get_by_role("complementary", name="Thread").get_by_role("combobox")
        box.fill(words)
        box.press("Enter")

    @property
    def last(self) -> Locator:
        """The newest message of the main line."""
        return self.page.locator("main article").last

    def answer(self, words: str, seconds: float = 20) -> Locator:
        """The newest message of the app in the main line that holds these words, once it is there."""
        found = self._answers().filter(has_text=words).last
        found.wait_for(timeout=seconds * 1000)
        return found

    def answer_to(self, question: str, words: str, seconds: float = 20) -> Locator:
        """The next message of the app in the main line after a question is asked; it holds these words."""
        found = self._answers().nth(self._answers().count())
        self.say(question)
        found.wait_for(timeout=seconds * 1000)
        said = found.inner_text()
        assert words in said, f"{question}: {said}"
        return found

    def _answers(self) -> Locator:
        return self.page.locator("main article", has=self.page.locator(".app-tag"))

    def shot(self, name: str) -> None:
        self.page.mouse.move(0, 0)
        self.page.screenshot(path=self._shots / f"{name}.png", animations="disabled")

    def looks(self, name: str, what: Locator | None = None) -> None:
        """Photographs of the page, or of one thing on it, in light, dark and 400 pixels wide; nothing may stick out."""
        for look, (scheme, width) in LOOKS.items():
            self.page.emulate_media(color_scheme=scheme)
            self.page.set_viewport_size({"width": width, "height": HEIGHT if what is None else TALL})
            path = self._shots / f"{name}-{look}.png"
            if what is None:
                self.page.screenshot(path=path, animations="disabled")
            else:
                what.scroll_into_view_if_needed()
                what.screenshot(path=path, animations="disabled")
            wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide == 0, f"{name} sticks out by {wide} pixels, {look}"
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size({"width": LOOKS["light"][1], "height": HEIGHT})
