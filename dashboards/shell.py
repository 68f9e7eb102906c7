"""What every page stands in: navigation, the search box, the trail, the language, and one clear message where the store fails."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboards import access, entrance, links, markup, parts, strays, trail, words
from dashboards.controls import Control, controlled, controls
from dashboards.markup import element, safe
from dashboards.sitemap import HOME, PAGES, Page
from dashboards.trouble import explain
from dashboards.words import say
from graph.errors import RapporteurError, StoreError

ASSETS = Path(__file__).parent / "assets"


def show() -> None:
    """One run of the app."""
    strays.forget()
    _choose_language()
    pages = {page.name: _streamlit_page(page) for page in PAGES}
    links.remember(pages)
    current = st.navigation(list(pages.values()), position="hidden")
    name = next(name for name, page in pages.items() if page == current)
    st.set_page_config(page_title=f"{say(f'nav.{name}')} · Rapporteur", page_icon=str(ASSETS / "mark.svg"), layout="wide")
    _sidebar(name)
    if entrance.closed():
        return
    try:
        steps = _top(name)
        with _asking():
            current.run()
        with steps:
            trail.show()
            strays.show(partial(links.link, say("strays.open"), name))
    except RapporteurError as error:
        explain(error)


def _choose_language() -> None:
    """The language that the address asks for, else the one of the session."""
    code = st.query_params.get("lang", words.language())
    words.choose(code)
    if words.language() != code:
        strays.note("lang", code)


def _asking() -> AbstractContextManager[None]:
    """Says that the graph is being asked, where no answers are kept yet: the first time, and after it was replaced."""
    try:
        known, now = st.session_state.get("_stamp"), access.stamp()
    except StoreError:  # pages that need the graph say so themselves; Upload makes the first one
        return nullcontext()
    st.session_state["_stamp"] = now
    return nullcontext() if known == now or not access.is_file() else st.spinner(say("nav.asking"))


def _streamlit_page(page: Page) -> st.Page:
    def run() -> None:
        page.show()

    return st.Page(run, title=say(f"nav.{page.name}"), url_path=page.name, default=page.name == HOME)


def _sidebar(current: str) -> None:
    """The pages, as links of ours: Streamlit's own navigation takes the browser as long as a page's content."""
    with st.sidebar:
        pages = (links.anchor((page.name, {}), safe(say(f"nav.{page.name}")), current=page.name == current) for page in PAGES)
        markup.show(element("nav", markup.listed(pages), class_="r-pages", aria_label=say("nav.pages")))
        choice = Control("choice", "language", say("nav.language"), words.language(), tuple(words.LANGUAGES.items()))
        layout = parts.place("language", "controls") + parts.place("honesty", "markup")
        said = parts.marked("honesty", markup.noted(say("nav.honesty")))
        parts.show("sidebar", layout, [controlled("language", [choice], _change_language), said])


def _change_language(_: str, code: str) -> None:
    words.choose(code)
    kept = {key: st.query_params.get_all(key) for key in st.query_params if key != "lang"}
    st.query_params.from_dict(links.with_language(kept))


def _top(page: str) -> DeltaGenerator:
    """The search box, and the place of the trail, which is filled once the page has said what it shows."""
    place, before = (page, st.query_params.to_dict()), st.session_state.get("_place")
    if before != place:  # elsewhere now: what was looked for has been found
        st.session_state["_place"], st.session_state["search"] = place, ""
        if before is not None and before[0] == page:
            links.tell_browser()
    with st.container(key="top"):
        sought = str(st.session_state.get("search", ""))
        box = Control("search", "search", say("nav.search"), sought, hint=say("nav.search_hint"), quiet=True)
        controls("search_box", [box], st.session_state.__setitem__)
        if sought.strip():
            _suggestions(sought)
        return st.container()


def _suggestions(sought: str) -> None:
    """What the words may mean, best first."""
    hits = access.names().find(sought)
    with st.container(key="suggestions", border=True, gap=None):
        if not hits:
            markup.note(say("nav.nothing_found", words=sought))
            return
        found = []
        for hit in hits:
            name, kind = hit.node.name(words.language()), say(f"kinds.{hit.node.kind}")
            also = f" ({hit.by})" if hit.by != name else ""
            place = links.place_of(hit.node.kind, hit.node.id)
            rest = safe(f"{also} · {kind} · {say('nav.claims', number=hit.node.claims)}")
            found.append(links.anchor(place, element("strong", safe(name)), rest))
        markup.show(markup.listed(found))


def dark() -> bool:
    """Whether this reader's theme is the dark one."""
    return st.context.theme.type == "dark"


def with_panel(opened: bool, main: Callable[[], None], panel: Callable[[], None]) -> None:
    """The page's content, and beside it, without losing it, a panel with the detail where one is open."""
    main()
    if opened:  # last, so that what stands before it keeps its place in the page and with it scroll, sorting and selection; look.css puts it right
        with st.container(key="panel", border=True):
            panel()
