"""The server's app: Streamlit's own, whose first page says at once where the server is, which scripts our pages need, and asks for their content.

As Streamlit sends it, a browser asks a page's own address for the server, hears that there is none and asks the one above; and it asks for what
draws an element only when one is to be drawn; the server hears of the reader once all is there. A reader waits for all three.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from streamlit import file_util

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
_AHEAD = (Path(__file__).parent / "assets" / "ahead.js").read_text(encoding="utf-8")


def first_page(page: str, scripts: Iterable[str]) -> str:
    """Streamlit's page with ours in its head; pure. ``scripts`` are the files there are; of one that is not among them nothing is said."""
    names = {name.removesuffix(".js").rpartition(".")[0]: name for name in scripts}
    links = "".join(f'<link rel="modulepreload" crossorigin href="./{_SCRIPTS}/{names[each]}">' for each in NEEDED if each in names)
    return page.replace("<head>", f"<head><script>(() => {{{_PLACE}{_AHEAD}}})()</script>", 1).replace("</head>", f"{links}</head>", 1)


def routes(base: str) -> list[Route]:
    """Our first page at the address of each page; ``base`` is the path that all lie under. What else there is remains Streamlit's."""
    page = first_page((_STATIC / "index.html").read_text(encoding="utf-8"), (each.name for each in (_STATIC / _SCRIPTS).glob("*.js")))

    async def shown(_: Request) -> HTMLResponse:
        return HTMLResponse(page, headers={"Cache-Control": "no-cache"})

    under = f"/{base.strip('/')}".rstrip("/")
    return [Route(f"{under}/{'' if each.name == HOME else each.name}", shown) for each in PAGES]


app = st.App(Path(__file__).with_name("app.py"), routes=routes(st.get_option("server.baseUrlPath")))
