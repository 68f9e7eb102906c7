"""What the pages of single nodes share: the head with all names, links to other nodes, the columns of those for and against. Node ids in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from dashboards import access, links, listing, look, markup, trail
from dashboards.groups import noun
from dashboards.markup import element, plain, safe
from dashboards.words import LANGUAGES, language, say
from graph.tables import Table

Row = Mapping[str, Any]
_OPEN = "_open"
ROLES = (
    "high-contracting-party", "observer-state", "signatory", "international-organization", "ngo", "entity", "chair", "friend-of-the-chair", "speaker",
    "opened-by",
)  # fmt: skip
QUANTIFIERS = ("all", "most", "many", "several", "some", "few", "others", "unspecified")
_ORDER = (look.SUPPORTS, look.OPPOSES, look.NEITHER)


def head(page: str, node: str, about: Row, facts: Iterable[str | None] = ()) -> str:
    """The node's names in all languages and what is known of it; takes note of the step. Returns its name in the reader's language."""
    known, name = access.names()[node], access.names().of(node, language())
    trail.step(name, page, {"id": node})
    kind = say(f"kinds.{about['kind']}")
    markup.show(element("h1", look.icon(about["kind"], safe(kind)), safe(name), class_="r-heading"))
    names = {} if known is None else dict(known.names)
    shown = [f"{LANGUAGES[code]}: {names[code]}" for code in LANGUAGES if code in names and (code == "en" or names[code] != names["en"])]
    markup.note(" · ".join([kind, *filter(None, facts)]))
    markup.show(element("p", safe("   ".join(shown)), class_="r-names"))
    others = [other for other in about["aliases"] or [] if other not in names.values()]
    if others:
        markup.note(say("profile.also", names=" · ".join(others[:10]) + (" …" if len(others) > 10 else "")))
    return name


def known(page: str, node: str, kinds: Collection[str]) -> access.Row | None:
    """What is recorded of a node of these kinds; where there is no such node, nothing, and the page says so."""
    about = next((row for row in access.rows("about-node", id=node) if row["kind"] in kinds), None)
    if about is None:
        unknown(page, node)
    return about


def index(page: str, table: Table, nodes: Sequence[str], *, key: str = "", file: str = "") -> None:
    """The list that a page begins with, a row for each of the ``nodes``, and its file; a row that is chosen opens its node."""
    chosen = listing.show(table, key or page, heads={name: say(f"{page}.head_{name}") for name in table.columns}, choose=True)
    listing.download(table, file or page, f"{page}_files")
    if chosen is not None:
        links.go(page, {"id": nodes[chosen]})


def panel_head(title: str, close: Callable[[], None]) -> None:
    """The heading of the panel beside the page, and the button that closes it."""
    with st.container(key="panel_head", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        markup.heading(title)
        st.button(say("positions.close"), key="close", on_click=close, type="tertiary")


def unknown(page: str, node: str) -> None:
    """What is said where no such node is here."""
    markup.heading(say("profile.unknown"), 1)
    markup.note(say("profile.unknown_hint", id=node))
    elsewhere(node)
    links.link(plain(say("profile.all")), page)


def elsewhere(node: str) -> None:
    """The way to a node that another page shows."""
    known = access.names()[node]
    if known is not None:
        link(known.kind, node, more=say(f"kinds.{known.kind}"))


def name(node: str) -> str:
    """A node's name in the reader's language."""
    return access.names().of(node, language())


def link(kind: str, node: str, *, more: str = "") -> None:
    """A link to a node's page with its name; only the name where no page shows its kind."""
    place = links.place_of(kind, node)
    label = plain(name(node)) + (f" · {plain(more)}" if more else "")
    if place is None:
        st.markdown(label)
    else:
        links.link(label, *place)


def listed(title: str, nodes: Sequence[tuple[str, str, str]], key: str, *, most: int = 12) -> None:
    """A heading with links to nodes (kind, id, remark) under it; nothing where there are none."""
    if not nodes:
        return
    markup.heading(title, 3)
    with st.container(key=key, gap=None):
        for kind, node, more in nodes[:most]:
            link(kind, node, more=more)
        if len(nodes) > most:
            with st.expander(say("profile.more", number=len(nodes) - most), key=f"{key}_more"):
                for kind, node, more in nodes[most:]:
                    link(kind, node, more=more)


def for_and_against(rows: Sequence[Row], key: str, choose: Any) -> None:
    """Holders by stance in three columns, each a button; ``rows`` are of the query ``holders-on`` for one target; ``choose`` is told the id."""
    stances: dict[str, set[str]] = {}
    for row in rows:
        stances.setdefault(row["holder"], set()).add(row["stance"])
    for stance, column in zip(_ORDER, st.columns(3, gap="medium"), strict=True):
        held = sorted((row for row in rows if row["stance"] == stance), key=lambda row: (row["kind"] == "Group", -row["claims"], name(row["holder"])))
        with column:
            markup.show(element("p", look.badge(stance, safe(f"{say(f'stances.{stance}')} ({len(held)})")), class_="r-said"))
            with st.container(height=250 if len(held) > 8 else "content", border=False, gap=None, key=f"{key}_{stance}"):
                for row in held:
                    contested = len(stances[row["holder"]]) > 1 and row["kind"] != "Group"  # a group is not one holder
                    label = f"{look.sign(look.CONTESTED) + ' ' if contested else ''}{holder_name(row)}"
                    remark = [*([say("stances.contested")] if contested else []), say("nav.claims", number=row["claims"])]
                    st.button(
                        plain(label),
                        key=f"{key}_{stance}_{row['holder']}",
                        on_click=choose,
                        args=(row["holder"],),
                        type="tertiary",
                        help=" · ".join(remark),
                    )


def holder_name(row: Row) -> str:
    """A holder's name; of unnamed groups how many, and what they are called: in the document's words where it is in the reader's language."""
    if row["kind"] != "Group":
        return name(row["holder"])
    quantifier = row["quantifier"] if row["quantifier"] in QUANTIFIERS else "unspecified"
    known = access.recorded()[row["holder"]]
    own = None if known is None or language() == "en" else known.names.get(language())
    if own:  # the document's own words say how many, too
        return f"{own} ({row['doc']})"
    who = noun(language(), row["noun"] or "")
    return f"{say(f'quantifiers.{quantifier}')}: {who} ({row['doc']})"


def wish(kind: str, node: str) -> None:
    """Takes note, in a callback, of a node to open: a page cannot be changed before the run has begun."""
    st.session_state[_OPEN] = (kind, node)


def fulfil() -> None:
    """Opens the node that was wished for, if one was."""
    wished: tuple[str, str] | None = st.session_state.pop(_OPEN, None)
    place = None if wished is None else links.place_of(*wished)
    if place is not None:
        links.go(*place)


def read(row: Row) -> None:
    """Opens a claim's words in its document."""
    links.go("documents", {"id": row["document"], "claim": row["claim"]})


def role(words: str | None) -> str:
    """A participant's role in the reader's language; as the document gives it where it is none of the usual ones."""
    return say(f"roles.{words}") if words in ROLES else words or ""


def in_order(stances: Iterable[str]) -> list[str]:
    """Stances in the order they are always shown in."""
    held = set(stances)
    return [each for each in _ORDER if each in held]
