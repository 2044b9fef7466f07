"""The formats that a list is published in: how each is told from its content, read, and compared with another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.errors import RefusedEdition
from bot.lists.content import Content
from bot.lists.reading import Reader, Role
from bot.lists.xml_stream import is_xml, root_of

# What a format may not carry, beside the names of facts: names in their own script, telephones and web sites.
SCRIPTS, CONTACTS = "scripts", "contacts"
Tells = Callable[[Content], bool]


@dataclass(frozen=True, slots=True)
class Format:
    """One format of a list.

    `told_by` says of the main file whether it is in this format. `lacks` are the facts that the format has no place
    for: nothing follows from their absence. `verified` says whether a whole published file has been read in the
    tests; one that has not may differ in places that nobody has seen. `urls` are by role, `mirror` the folder in a
    mirror; both empty where there is none. `version` grows when the reader makes other listings of the same bytes:
    the editions in force are then read again.
    """

    key: str
    title: str
    roles: tuple[Role, ...]
    reader: Reader
    told_by: Tells
    lacks: frozenset[str] = frozenset()
    verified: bool = True
    version: int = 1
    urls: Mapping[str, str] = field(default_factory=dict)
    mirror: str = ""

    @property
    def required(self) -> Role:
        """The file that the list cannot be read without."""
        return next(role for role in self.roles if role.required)

    @property
    def companions(self) -> tuple[Role, ...]:
        return tuple(role for role in self.roles if not role.required)


def xml_root(*names: str, namespace: str = "", without: str = "") -> Tells:
    """Told by the root element, and by a word that its namespace has or has not."""

    def tells(content: Content) -> bool:
        if not is_xml(content):
            return False
        try:
            root = root_of("the file", content)
        except RefusedEdition:
            return False
        return root.name in names and namespace in root.namespace and not (without and without in root.namespace)

    return tells


def not_xml(content: Content) -> bool:
    """CSV and JSON lines: what is not XML."""
    return not is_xml(content)
