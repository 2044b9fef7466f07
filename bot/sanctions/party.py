"""What is on a list: names, identifiers, dates and places of one party, as published."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Schema(StrEnum):
    """Entity types, spelt as FollowTheMoney spells them."""

    PERSON = "Person"
    COMPANY = "Company"
    ORGANIZATION = "Organization"
    LEGAL_ENTITY = "LegalEntity"
    VESSEL = "Vessel"
    AIRPLANE = "Airplane"
    CRYPTO_WALLET = "CryptoWallet"

    @property
    def is_body(self) -> bool:
        """A company, an organisation, or a legal entity of unknown form."""
        return self in (Schema.COMPANY, Schema.ORGANIZATION, Schema.LEGAL_ENTITY)

    def may_be(self, other: Schema) -> bool:
        """Whether one party can be of both types: LegalEntity may be a person or a body."""
        if self is other or (self.is_body and other.is_body):
            return True
        return {self, other} == {Schema.PERSON, Schema.LEGAL_ENTITY}


class NameKind(StrEnum):
    PRIMARY = "primary"
    ALSO = "aka"  # also known as
    FORMERLY = "fka"  # formerly known as
    NOW = "nka"  # now known as


@dataclass(frozen=True, slots=True)
class Name:
    """One name as published. A *weak* alias is one the publisher itself marks as weak (OFAC: quoted in the
    remarks; UN: QUALITY `Low`). The primary name is always strong. `language` is the publisher's code (SV, RU) of a
    name that is a translation; "" for English and where it says none."""

    text: str
    kind: NameKind = NameKind.PRIMARY
    weak: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number or code that names one party.

    `type` is one of IDENTIFIER_TYPES; `label` is the publisher's own word for it ("Tax ID No.", "Cedula No.");
    `value` is as published; `country` is the issuing country as published, or "".
    """

    type: str
    value: str
    country: str = ""
    label: str = ""
    note: str = ""  # dates of issue and expiry and the like, as published


IDENTIFIER_TYPES = (
    "imo",  # a ship's IMO number, seven digits
    "imo_company",  # the IMO number of a company that owns ships: another number space
    "mmsi",
    "call_sign",
    "passport",
    "national_id",
    "tax_id",  # Russian ones are INN
    "registration",  # company register numbers; Russian ones of 13 or 15 digits are OGRN
    "bic",
    "lei",
    "wallet",  # label holds the currency code: XBT, ETH, ...
    "isin",
    "ticker",
    "aircraft",  # tail numbers, serial and construction numbers
    "website",
    "email",
    "phone",
    "other",
)


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A date of birth as published, with the span of days it can mean.

    The span is what the words say ("circa 1960" is 1960-01-01 to 1960-12-31); `circa` says that the publisher is
    unsure of it. ISO dates, inclusive; "" where the text is not understood.
    """

    text: str
    first: str = ""
    last: str = ""
    circa: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """An address as published. Every field may be empty."""

    street: str = ""
    city: str = ""  # OFAC: city, state or province, postal code in one cell
    country: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Craft:
    """What a list says of a ship or an aircraft beside its names and numbers."""

    call_sign: str = ""
    type: str = ""
    tonnage: str = ""
    gross_tonnage: str = ""
    flag: str = ""
    owner: str = ""
