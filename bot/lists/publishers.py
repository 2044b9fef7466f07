"""The register of lists: what each is called, who publishes it, where, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.errors import BadInput
from bot.lists import ftm, un
from bot.lists.ofac import csv as ofac_csv
from bot.lists.reading import Reader, Role
from bot.lists.starter import STARTER

_OFAC = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/"
# The exports redirect to signed addresses of this bucket, which live an hour.
_OFAC_HOSTS = ("*.treas.gov", "*.treasury.gov", "wc2h-sls-prod-public-published.s3.us-gov-west-1.amazonaws.com")
_FTM_NAME = re.compile(r"ftm:[A-Za-z0-9][A-Za-z0-9_.-]{0,59}")


@dataclass(frozen=True, slots=True)
class KnownList:
    """A list that the bot knows.

    `urls` are by role; `mirror` is the list's folder in a mirror, "" where it has none. `reader` is None where
    the list is known but cannot be loaded yet. A list older than `stale_after_days` is said to be stale.
    """

    key: str
    title: str
    short: str
    publisher: str
    licence: str
    cadence: str
    stale_after_days: int
    roles: tuple[Role, ...] = ()
    reader: Reader | None = None
    urls: Mapping[str, str] = field(default_factory=dict)
    hosts: tuple[str, ...] = ()  # where those may redirect to, beside their own
    mirror: str = ""
    home: str = ""  # the publisher's page about the list

    @property
    def required(self) -> Role:
        """The file that the list cannot be read without."""
        return next(role for role in self.roles if role.required)

    @property
    def companions(self) -> tuple[Role, ...]:
        return tuple(role for role in self.roles if not role.required)

    def role_of(self, file_name: str) -> Role | None:
        """The role of a file by its name, whatever its case and with or without .gz."""
        name = file_name.casefold().removesuffix(".gz")
        return next((role for role in self.roles if name in role.names), None)


def _ofac(roles: tuple[Role, ...]) -> dict[str, str]:
    return {role.key: _OFAC + role.names[0].upper() for role in roles}


_KNOWN = (
    KnownList(
        key="us_ofac_sdn",
        title="OFAC SDN list",
        short="SDN",
        publisher="US Treasury, Office of Foreign Assets Control",
        licence="US public domain (17 USC 105)",
        cadence="several times a week, Monday to Friday",
        stale_after_days=15,  # the longest quiet spell seen in 989 days
        roles=ofac_csv.SDN_ROLES,
        reader=ofac_csv.read,
        urls=_ofac(ofac_csv.SDN_ROLES),
        hosts=_OFAC_HOSTS,
        mirror="ofac_sdn",
        home="https://ofac.treasury.gov/specially-designated-nationals-and-blocked-persons-list-sdn-human-readable-lists",
    ),
    KnownList(
        key="us_ofac_cons",
        title="OFAC non-SDN list",
        short="non-SDN",
        publisher="US Treasury, Office of Foreign Assets Control",
        licence="US public domain (17 USC 105)",
        cadence="every few months",
        stale_after_days=90,
        roles=ofac_csv.CONS_ROLES,
        reader=ofac_csv.read,
        urls=_ofac(ofac_csv.CONS_ROLES),
        hosts=_OFAC_HOSTS,
        mirror="ofac_cons",
        home="https://ofac.treasury.gov/consolidated-sanctions-list-non-sdn-lists",
    ),
    KnownList(
        key="un_sc",
        title="UN Security Council list",
        short="UN",
        publisher="United Nations Security Council",
        licence="free to use, attribution customary",
        cadence="a few actions a month",
        stale_after_days=60,
        roles=un.ROLES,
        reader=un.read,
        urls={un.ROLES[0].key: "https://scsanctions.un.org/resources/xml/en/consolidated.xml"},
        hosts=("*.un.org",),
        mirror="un",
        home="https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
    ),
    KnownList(
        key="eu_fsf",
        title="EU financial sanctions list",
        short="EU",
        publisher="European Commission",
        licence="Commission decision 2011/833/EU, reuse with attribution",
        cadence="several times a month",
        stale_after_days=30,
        home="https://webgate.ec.europa.eu/fsd/fsf",
    ),
    KnownList(
        key="gb_uksl",
        title="UK Sanctions List",
        short="UK",
        publisher="Foreign, Commonwealth & Development Office",
        licence="Open Government Licence v3.0",
        cadence="several times a month",
        stale_after_days=30,
        home="https://www.gov.uk/government/publications/the-uk-sanctions-list",
    ),
)

LISTS: Mapping[str, KnownList] = MappingProxyType({known.key: known for known in _KNOWN})

LOADABLE = tuple(known.key for known in _KNOWN if known.reader is not None)
"""The keys of the lists that `refresh` fetches."""


def known_list(key: str) -> KnownList:
    """The list of this key: one of LISTS, `starter`, or `ftm:NAME` for a FollowTheMoney file of one's own.

    Raises BadInput where there is no such list.
    """
    if key in LISTS:
        return LISTS[key]
    if key == STARTER:
        return _starter()
    if _FTM_NAME.fullmatch(key):
        return _ftm(key)
    shown = "".join(c for c in key[:40] if c.isprintable())
    raise BadInput(f"There is no list {shown!r}: the keys are {', '.join(LISTS)} and ftm:NAME.")


def title_of(key: str) -> str:
    """The title of a list as a person reads it; the key itself where it is not known."""
    try:
        return known_list(key).title
    except BadInput:
        return key


def _ftm(key: str) -> KnownList:
    name = key.removeprefix("ftm:")
    return KnownList(
        key=key,
        title=f"Own list {name}",
        short=name,
        publisher="as loaded by a person",
        licence="as its source says",
        cadence="when a person loads it",
        stale_after_days=30,
        roles=ftm.ROLES,
        reader=ftm.read,
    )


def _starter() -> KnownList:
    return KnownList(
        key=STARTER,
        title="starter facts (not a full list)",
        short="starter",
        publisher="this project, from published lists",
        licence="facts from public-domain lists",
        cadence="never: they go when a real list lands",
        stale_after_days=0,
    )
