"""Names in addresses on the net and in names of files: rosneft of www.rosneft.com, Oleg Deripaska of
oleg.deripaska@mail.ru and of scan_oleg_deripaska_2021.pdf."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.screening.words.weak_words import words_in

_HOST = re.compile(
    r"(?<![\w.-])(?:https?://)?(?:[\w.+-]+@)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?![\w-])", re.IGNORECASE | re.ASCII
)
_URL = re.compile(r"https?://\S+|www\.\S+|(?:mailto:)?[\w.+-]+@[\w.-]+", re.IGNORECASE)
_FILE = re.compile(
    r"(?:.*[/\\])?([^/\\]+)\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf|txt|csv|eml|msg|zip|jpe?g|png|gif|bmp|tiff?|heic|xml|json|html?)",
    re.IGNORECASE,
)
_MAILBOX = re.compile(r"([\w.+-]+)@[\w-]+\.[\w.-]+")
_PATH = re.compile(r"(?:https?://|www\.)[^/\s]+/(\S+)|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/(\S+)", re.IGNORECASE)
_PARTED = re.compile(r"[\W_]+")
_SECOND_LEVEL = words_in("com co org net gov ac edu gob mil or ne go")
_MAIL = words_in("gmail yahoo hotmail outlook mail yandex icloud proton protonmail aol gmx live msn qq inbox bk list")
SHORTEST_HOST = 4
LONG_TOGETHER = 10  # letters of a mailbox that may be a given name and a surname
MOST_WORDS = 8  # of the name of a file
LEAST_WORD = 2  # letters


def is_host(text: str) -> bool:
    """Whether the text is an address on the net and nothing else: rosneft.com is no Rosneft Com(pany)."""
    return "." in text and bool(_HOST.fullmatch(text.strip()))


def may_be_of_the_net(text: str) -> bool:
    """Whether a text with a full stop may hold an address on the net, or is the name of a file."""
    return bool(_HOST.search(text) or _FILE.fullmatch(text.strip()))


def without_urls(text: str) -> str:
    return _URL.sub(" ", text)


def names_on_the_net(text: str) -> Iterator[str]:
    """What the sites, mailboxes, pages and files in a text may be called after."""
    if "." not in text:
        return
    yield from _domains(text)
    if file := _FILE.fullmatch(text.strip()):
        yield from _runs(_words(file[1]))
    for mailbox in _MAILBOX.findall(text):
        words = _words(mailbox)
        if len(words) > 1 or len("".join(words)) >= LONG_TOGETHER:
            yield " ".join(words)
    for path in _PATH.findall(text):
        for piece in "".join(path).split("/"):
            yield from _runs(_words(piece))


def _words(text: str) -> list[str]:
    """The words of a mailbox or a file, without its numbers: 8b3a21."""
    parted = [word for word in _PARTED.split(text) if len(word) >= LEAST_WORD]
    return [word for word in parted if not any(char.isdigit() for char in word)]


def _runs(words: Sequence[str]) -> Iterator[str]:
    """Words beside each other, at least two: the name stands somewhere among what a file is of. The last come first."""
    if 1 < len(words) <= MOST_WORDS:
        for size in dict.fromkeys((len(words), 3, 2)):
            for at in range(len(words) - size, -1, -1):
                yield " ".join(words[at : at + size])


def _domains(text: str) -> Iterator[str]:
    """The names of the sites and mail hosts in a text: rosneft of www.rosneft.com, without what hosts share."""
    for host in _HOST.findall(text):
        labels = host.casefold().split(".")[:-1]
        while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
            labels.pop()
        if labels and len(labels[-1]) >= SHORTEST_HOST and labels[-1] not in _MAIL:
            yield labels[-1].replace("-", " ")
