"""The server's app: Streamlit's own, whose first page says at once where the server is, which scripts our pages need, and asks for their content.

As Streamlit sends it, a browser asks a page's own address for the server, hears that there is none and asks the one above; and it asks for what
draws an element only when one is to be drawn; the server hears of the reader once all is there. A reader waits for all three.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route
from streamlit import file_util

from dashboards import look, parts
from dashboards.sitemap import HOME, PAGES

#: What Streamlit draws elements of every page with: names of its scripts, without the letters that change with their content.
NEEDED = ("Html", "purify.es", "BidiComponent", "_arrayReduce", "serialization", "recordbatch")
_STATIC, _SCRIPTS = Path(file_util.get_static_dir()), "static/js"
#: Pages lie directly under the base, which Streamlit's page supposes too: it asks for its scripts at «./static».
_PLACE = """
const BASE = new URL(".", location.href).href.slice(0, -1);
const told = { allowedOrigins: [location.origin], useExternalAuthToken: false };
window.__streamlit = { BACKEND_BASE_URL: BASE, MAIN_PAGE_BASE_URL: BASE, HOST_CONFIG: told };
"""
_OURS = {file.name: file for file in sorted(parts.FOLDER.glob("*.js"))}
_ASSETS = Path(__file__).parent / "assets"
_AHEAD = (_ASSETS / "ahead.js").read_text(encoding="utf-8")


def first_page(page: str, scripts: Iterable[str]) -> str:
    """Streamlit's page with ours in its head; pure. ``scripts`` are the files there are; of one that is not among them nothing is said."""
    names = {name.removesuffix(".js").rpartition(".")[0]: name for name in scripts}
    ours = (f"{parts.address()}/{each}" for each in _OURS)
    needed = (*(f"{_SCRIPTS}/{names[each]}" for each in NEEDED if each in names), *ours)
    links = "".join(f'<link rel="modulepreload" crossorigin href="./{each}">' for each in needed)
    page = page.replace("<head>", f"<head><script>(() => {{{_PLACE}{_AHEAD}}})()</script>", 1).replace("</head>", f"{links}</head>", 1)
    return page.replace("</body>", f"<style>{_style()}</style></body>", 1)


def _style() -> str:
    """How our pages look; at the end of the page, so that it counts where Streamlit's own is as exact."""
    return "".join(file.read_text(encoding="utf-8") for file in (_ASSETS / "look.css", parts.FOLDER / "markup.css")) + look.style()


def routes(base: str) -> list[Route]:
    """Our first page at each page's address, and the scripts of what we draw; ``base`` is the path that all lie under. The rest is Streamlit's."""
    page = first_page((_STATIC / "index.html").read_text(encoding="utf-8"), (each.name for each in (_STATIC / _SCRIPTS).glob("*.js")))

    async def shown(_: Request) -> HTMLResponse:
        return HTMLResponse(page, headers={"Cache-Control": "no-cache"})

    async def script(asked: Request) -> Response:
        file = _OURS.get(asked.path_params["name"])
        return FileResponse(file, headers={"Cache-Control": "public, max-age=31536000, immutable"}) if file else Response(status_code=404)

    under = f"/{base.strip('/')}".rstrip("/")
    pages = [Route(f"{under}/{'' if each.name == HOME else each.name}", shown) for each in PAGES]
    return [*pages, Route(f"{under}/{parts.address()}/{{name}}", script)]


app = st.App(Path(__file__).with_name("app.py"), routes=routes(st.get_option("server.baseUrlPath")))
