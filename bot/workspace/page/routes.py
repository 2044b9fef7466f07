"""The page: the built files, to this server's own name alone, and with nothing allowed that is not from here."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from bot.workspace.page.api import guarded, refusal

BUILT = Path(__file__).resolve().parent / "built"
TYPES = {
    "index.html": "text/html; charset=utf-8",
    "page.js": "text/javascript; charset=utf-8",
    "page.css": "text/css; charset=utf-8",
    "icon.svg": "image/svg+xml",
    "THIRD-PARTY.txt": "text/plain; charset=utf-8",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
}


async def page_file(request: Request) -> Response:
    name = request.path_params.get("name", "index.html")
    if name not in TYPES:
        return refusal(f"The page has no {name}.", 404)
    return FileResponse(BUILT / name, media_type=TYPES[name], headers=HEADERS)


def page_routes() -> list[BaseRoute]:
    return [Route("/", guarded(page_file)), Route("/page/{name}", guarded(page_file))]
