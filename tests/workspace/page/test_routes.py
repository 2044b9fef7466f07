"""The page: to our own name alone, under a policy that allows nothing from elsewhere, built from what is here."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import httpx
import pytest

from bot.workspace.page.routes import BUILT, TYPES

PAGE = BUILT.parent


@pytest.mark.parametrize("path", ["/", "/page/page.js", "/page/page.css", "/page/icon.svg", "/page/THIRD-PARTY.txt"])
def test_every_file_comes_with_a_policy_that_lets_nothing_in(workspace, path):
    answer = httpx.get(workspace.url + path, trust_env=False)
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
    assert answer.status_code == 200
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_another_name_for_our_address_gets_no_page(workspace):
    answer = httpx.get(workspace.url + "/", headers={"host": "evil.test"}, trust_env=False)
    assert answer.status_code == 403


@pytest.mark.parametrize("name", ["sources.sha256", "..%2Fpackage.json", "nothing.js"])
def test_only_the_files_of_the_page_are_served(workspace, name):
    assert httpx.get(f"{workspace.url}/page/{name}", trust_env=False).status_code == 404


def test_the_page_asks_for_nothing_from_elsewhere():
    shell = (BUILT / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"(?:src|href)=\"(?!/page/)", shell)
    assert "<script>" not in shell
    assert "<style" not in shell
    assert "url(" not in (BUILT / "page.css").read_text(encoding="utf-8").replace("url(data:", "")


def test_what_is_served_was_built_from_the_sources_beside_it():
    digest = hashlib.sha256()
    sources = sorted((path for path in (PAGE / "src").rglob("*") if path.is_file()), key=lambda p: p.as_posix())
    for path in [*sources, PAGE / "build.mjs", PAGE / "package-lock.json"]:
        name = path.relative_to(PAGE).as_posix()
        digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    built_from = (BUILT / "sources.sha256").read_text(encoding="utf-8").strip()
    assert built_from == digest.hexdigest(), "the page's sources changed: run `make page`"


def test_the_packages_in_the_bundle_are_named_with_their_licenses():
    notice = (BUILT / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    for package in ("react ", "react-dom ", "slack-blocks-to-jsx ", "node-emoji "):
        assert f"\n{package}" in notice
    assert "No license text" not in notice


def test_no_machine_and_no_registry_is_named_in_what_is_shipped():
    shipped = [*(BUILT / name for name in TYPES), PAGE / "package-lock.json", PAGE / "package.json", PAGE / ".npmrc"]
    for path in shipped:
        text = Path(path).read_text(encoding="utf-8")
        assert 'resolved":' not in text, path
        assert not re.search(r"registry\.|/node_modules/\.|/root/|/work/|/home/", text), path
