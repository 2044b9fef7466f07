"""The register of lists: what each is called, who publishes it, where, and in which formats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.errors import BadInput
from bot.lists import ftm, un
from bot.lists.content import Content
from bot.lists.eu import fsf_csv, fsf_xml
from bot.lists.formats import CONTACTS, SCRIPTS, Format, not_xml, xml_root
from bot.lists.ofac import advanced, delta, enhanced, legacy
from bot.lists.ofac import csv as ofac_csv
from bot.lists.reading import Progress, Reader, Reading, Role, silent
from bot.lists.starter import STARTER
from bot.lists.uk import sl_csv, sl_xml

_OFAC = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/"
# The exports redirect to signed addresses of this bucket, which live an hour.
_OFAC_HOSTS = ("*.treas.gov", "*.treasury.gov", "wc2h-sls-prod-public-published.s3.us-gov-west-1.amazonaws.com")
_FSF = "https://webgate.ec.europa.eu/fsd/fsf/public/files/"
_FSF_TOKEN = "/content?token=dG9rZW4tMjAxNw"  # the public token that the Commission gives everybody
_UK_PAGE = "https://www.gov.uk/government/publications/the-uk-sanctions-list"
_UK = "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List"
_FTM_NAME = re.compile(r"ftm:[A-Za-z0-9][A-Za-z0-9_.-]{0,59}")


@dataclass(frozen=True, slots=True)
class KnownList:
    """A list that the bot knows.

    `formats` are those it is published in, the one that is fetched first; none where the list cannot be loaded. A
    list older than `stale_after_days` is said to be stale. `link_page` is a page of the publisher's from which the
    addresses of the files are read each time, because they move.
    """

    key: str
    title: str
    short: str
    publisher: str
    stale_after_days: int
    formats: tuple[Format, ...] = ()
    hosts: tuple[str, ...] = ()  # where addresses may redirect to, beside their own
    home: str = ""  # the publisher's page about the list
    link_page: str = ""

    @property
    def reader(self) -> Reader | None:
        """Reads whichever format the files are in."""
        return self.read if self.formats else None

    def read(self, key: str, files: Mapping[str, Content], progress: Progress = silent) -> Reading:
        return self.format_of(files).reader(key, files, progress)

    def format_of(self, files: Iterable[str]) -> Format:
        """The format that files of these roles are in; the first where they are of none."""
        roles = set(files)
        return next((one for one in self.formats if one.required.key in roles), self.formats[0])

    @property
    def roles(self) -> tuple[Role, ...]:
        """The files of the format that is fetched."""
        return self.formats[0].roles if self.formats else ()

    @property
    def required(self) -> Role:
        return self.formats[0].required

    @property
    def companions(self) -> tuple[Role, ...]:
        return self.formats[0].companions if self.formats else ()

    @property
    def urls(self) -> Mapping[str, str]:
        return self.formats[0].urls if self.formats else {}

    @property
    def mirror(self) -> str:
        return self.formats[0].mirror if self.formats else ""

    def role_of(self, file_name: str) -> Role | None:
        """The role of a file by its name, whatever its case, its format and with or without .gz."""
        name = file_name.casefold().removesuffix(".gz")
        return next((role for one in self.formats for role in one.roles if name in role.names), None)


def _csv_urls(roles: tuple[Role, ...]) -> dict[str, str]:
    return {role.key: _OFAC + role.names[0].upper() for role in roles}


# The CSV and the older XML have no place for these.
_OLD = frozenset({"listed_on", "measures", "legal_basis", SCRIPTS})


def _ofac(sdn: bool) -> tuple[Format, ...]:
    csv, old = (ofac_csv.SDN_ROLES, legacy.SDN_ROLES) if sdn else (ofac_csv.CONS_ROLES, legacy.CONS_ROLES)
    new, model = (enhanced.SDN_ROLES, advanced.SDN_ROLES) if sdn else (enhanced.CONS_ROLES, advanced.CONS_ROLES)
    folder, files = ("ofac_sdn", "SDN") if sdn else ("ofac_cons", "CONS")
    whole = "SDN" if sdn else "CONSOLIDATED"
    return (
        Format("csv", "CSV", csv, ofac_csv.read, not_xml, _OLD, urls=_csv_urls(csv), mirror=folder),
        Format(
            "xml",
            f"{whole}.XML",
            old,
            legacy.read,
            xml_root(legacy.ROOT),
            _OLD,
            urls={"xml": f"{_OFAC}{whole}.XML"},
            mirror=f"{folder}_xml",
        ),
        Format(
            "advanced",
            f"{files}_ADVANCED.XML",
            model,
            advanced.read,
            xml_root(advanced.ROOT),
            verified=not sdn,
            mirror=f"{folder}_advanced",
        ),
        Format(
            "enhanced",
            f"{files}_ENHANCED.XML",
            new,
            enhanced.read,
            xml_root(enhanced.ROOT, without=delta.NAMESPACE),
            verified=False,
            mirror="ofac_enhanced" if sdn else "ofac_cons_enhanced",
        ),
        Format(
            "delta",
            "delta file",
            delta.ROLES,
            delta.read,
            xml_root(enhanced.ROOT, namespace=delta.NAMESPACE),
            verified=False,
        ),
    )


_KNOWN = (
    KnownList(
        key="us_ofac_sdn",
        title="OFAC SDN list",
        short="SDN",
        publisher="US Treasury, Office of Foreign Assets Control",
        stale_after_days=15,  # the longest quiet spell seen in 989 days
        formats=_ofac(sdn=True),
        hosts=_OFAC_HOSTS,
        home="https://ofac.treasury.gov/specially-designated-nationals-and-blocked-persons-list-sdn-human-readable-lists",
    ),
    KnownList(
        key="us_ofac_cons",
        title="OFAC non-SDN list",
        short="non-SDN",
        publisher="US Treasury, Office of Foreign Assets Control",
        stale_after_days=90,
        formats=_ofac(sdn=False),
        hosts=_OFAC_HOSTS,
        home="https://ofac.treasury.gov/consolidated-sanctions-list-non-sdn-lists",
    ),
    KnownList(
        key="un_sc",
        title="UN Security Council list",
        short="UN",
        publisher="United Nations Security Council",
        stale_after_days=60,
        formats=(
            Format(
                "xml",
                "consolidated.xml",
                un.ROLES,
                un.read,
                xml_root("CONSOLIDATED_LIST"),
                urls={un.ROLES[0].key: "https://scsanctions.un.org/resources/xml/en/consolidated.xml"},
                mirror="un",
            ),
        ),
        hosts=("*.un.org",),
        home="https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
    ),
    KnownList(
        key="eu_fsf",
        title="EU financial sanctions list",
        short="EU",
        publisher="European Commission",
        stale_after_days=30,
        formats=(
            Format(
                "xml",
                "FSF XML 1.1",
                fsf_xml.ROLES,
                fsf_xml.read,
                xml_root(fsf_xml.ROOT),
                urls={"xml": f"{_FSF}xmlFullSanctionsList_1_1{_FSF_TOKEN}"},
                mirror="eu_fsf",
            ),
            Format(
                "csv",
                "FSF CSV 1.1",
                fsf_csv.ROLES,
                fsf_csv.read,
                not_xml,
                frozenset({CONTACTS}),
                verified=False,
                urls={"csv": f"{_FSF}csvFullSanctionsList_1_1{_FSF_TOKEN}"},
                mirror="eu_fsf_csv",
            ),
        ),
        hosts=("webgate.ec.europa.eu",),
        home="https://webgate.ec.europa.eu/fsd/fsf",
    ),
    KnownList(
        key="gb_uksl",
        title="UK Sanctions List",
        short="UK",
        publisher="Foreign, Commonwealth & Development Office",
        stale_after_days=30,
        formats=(
            Format(
                "xml",
                "UK-Sanctions-List.xml",
                sl_xml.ROLES,
                sl_xml.read,
                xml_root(sl_xml.ROOT, sl_xml.CLOSED_ROOT),
                verified=False,  # the one edition that was read is rebuilt: details of persons and ships are lost in it
                urls={"xml": f"{_UK}.xml"},
                mirror="uk_sl",
            ),
            Format(
                "csv",
                "UK-Sanctions-List.csv",
                sl_csv.ROLES,
                sl_csv.read,
                not_xml,
                verified=False,
                urls={"csv": f"{_UK}.csv"},
                mirror="uk_sl_csv",
            ),
        ),
        hosts=("*.gov.uk",),
        home=_UK_PAGE,
        link_page=_UK_PAGE,
    ),
)

LISTS: Mapping[str, KnownList] = MappingProxyType({known.key: known for known in _KNOWN})

UNREAD: Mapping[str, str] = MappingProxyType(
    {
        "ch_seco": "Swiss sanctions list (SECO)",
        "ca_sema": "Canadian sanctions list (SEMA)",
        "au_dfat": "Australian sanctions list (DFAT)",
        "jp_mof": "Japanese sanctions list (MOF)",
        "ua_nsdc": "Ukrainian sanctions register (NSDC)",
        "nz_mfat": "New Zealand sanctions register (MFAT)",
        "sg_mas": "Singapore sanctions list (MAS)",
        "il_nbctf": "Israeli sanctions list (NBCTF)",
        "us_bis_dpl": "BIS Denied Persons List",
    }
)
"""Titles of lists that people ask about and that no reader is here for: they are said not to be loaded."""

LOADABLE = tuple(known.key for known in _KNOWN if known.formats)
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
        stale_after_days=30,
        formats=(Format("ftm", "FollowTheMoney", ftm.ROLES, ftm.read, not_xml),),
    )


def _starter() -> KnownList:
    return KnownList(
        key=STARTER,
        title="starter facts (not a full list)",
        short="starter",
        publisher="this project, from published lists",
        stale_after_days=0,
    )
