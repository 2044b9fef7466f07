"""A signature holds or it does not: nothing that a stranger can send is a third thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.signature import Clock, SignatureVerifier
from starlette.datastructures import Headers

from bot.app.signature import is_signed

SECRET, NOW, BODY = "8f742231b10e8888abcd99yyyzzz85a5", 1_700_000_000, b"command=%2Fsanctions&text=Rosneft"


class Held(Clock):
    def now(self) -> float:
        return float(NOW)


def signature_of(body: bytes, timestamp: str, secret: str = SECRET) -> str:
    return str(SignatureVerifier(secret).generate_signature(timestamp=timestamp, body=body))


def signed(*headers: tuple[bytes, bytes], body: bytes = BODY) -> bool:
    return is_signed(SECRET, Headers(raw=list(headers)), body, Held())


def told(timestamp: object, signature: str) -> tuple[tuple[bytes, bytes], ...]:
    at = str(timestamp).encode("latin-1")
    return (b"x-slack-request-timestamp", at), (b"x-slack-signature", signature.encode("latin-1"))


@pytest.mark.parametrize("at", [NOW, NOW - 299, NOW + 299])
def test_slacks_own_signature_holds_for_five_minutes(at: int):
    assert signed(*told(at, signature_of(BODY, str(at))))


@pytest.mark.parametrize("at", [NOW - 301, NOW + 301, 0])
def test_one_of_another_time_does_not(at: int):
    assert not signed(*told(at, signature_of(BODY, str(at))))


@pytest.mark.parametrize(
    "at", ["NaN", "nan", "inf", "-1", "+1700000000", "1_700_000_000", "1700000000.0", " ", "", "9" * 400, "\xb2\xb3"]
)
def test_a_timestamp_that_is_no_number_of_seconds_is_unsigned_whatever_the_signature(at: str):
    assert not signed(*told(at, signature_of(BODY, at)))


@pytest.mark.parametrize(
    "signature", ["", "v0=", "v0=\xe9\xe9", "v0=" + "\xff" * 64, "v1=" + "0" * 64, "v0=" + "0" * 63]
)
def test_a_signature_of_another_form_is_none(signature: str):
    assert not signed(*told(NOW, signature))


def test_another_secret_another_body_and_a_body_that_is_no_text_are_unsigned():
    at = str(NOW)
    assert not signed(*told(at, signature_of(BODY, at, "another")))
    assert not signed(*told(at, signature_of(BODY, at)), body=BODY + b"x")
    assert not signed(*told(at, signature_of(BODY, at)), body=b"\xff\xfe")


def test_a_header_that_is_missing_or_comes_twice_is_unsigned():
    good = told(NOW, signature_of(BODY, str(NOW)))
    assert not signed(good[0])
    assert not signed(good[1])
    assert not signed()
    assert not signed(*good, (b"x-slack-signature", b"v0=" + b"0" * 64))
    assert not signed(*good, (b"x-slack-request-timestamp", b"0"))


@given(st.binary(max_size=60), st.binary(max_size=90), st.binary(max_size=90))
def test_nothing_that_a_stranger_sends_holds_or_raises(at: bytes, signature: bytes, body: bytes):
    assert not signed((b"x-slack-request-timestamp", at), (b"x-slack-signature", signature), body=body)
