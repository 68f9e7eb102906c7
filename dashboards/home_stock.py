"""The parts of Home that take stock: nodes by kind, relationships by type, and the documents."""

from __future__ import annotations

from dashboards import access, links, look, markup
from dashboards.markup import safe
from dashboards.words import language, language_name, number, say, say_or

_OWN = ("Passage", "Recommendation")  # kinds without a name to look for
_MOST = 8  # documents listed


def contents() -> str:
    """Nodes by kind with their shapes, relationships by type with what they rest on, as markup."""
    kinds = sorted(access.rows("kinds"), key=lambda row: (row["kind"] in _OWN, -row["number"]))
    cells = [markup.element("li", look.icon(row["kind"]), safe(say("kinds." + row["kind"])), " ", _strong(number(row["number"]))) for row in kinds]
    rows = [(_relation(row["relation"]), *(safe(number(row[key])) for key in _COUNTED)) for row in access.rows("relations")]
    head = [say(f"home.{key}") for key in ("relation", *_COUNTED)]
    table = markup.grid(head, rows, caption=say("home.contents"), numbers=range(1, 6))
    return "".join(
        [markup.titled(say("home.contents")), markup.element("ul", *cells, class_="r-kinds"), table, markup.noted(say("home.relations_note"))]
    )


_COUNTED = ("edges", "claims", "one_document", "inferred", "reported")


def documents(rows: list[access.Row]) -> str:
    """The documents that gave most, each a link to read it, and the way to all, as markup."""
    shown = [_document(row) for row in sorted(rows, key=lambda each: (-each["claims"], each["doc"]))[:_MOST]]
    if len(rows) > _MOST:
        shown.append(links.anchor(("documents", {}), safe(say("home.all_documents", number=len(rows)))))
    return markup.titled(say("home.documents")) + markup.listed(shown, "r-documents")


def _document(row: access.Row) -> str:
    spoken = ", ".join(map(language_name, (row["languages"] or [])[:2]))
    facts = " · ".join(filter(None, [row["date"], spoken, say("nav.claims", number=row["claims"])]))
    return links.anchor(("documents", {"id": row["id"]}), _strong(access.names().of(row["id"], language())), safe(f" · {facts}"))


def _relation(name: str) -> str:
    return f"{safe(say_or(f'relations.{name}', name))} {markup.element('code', safe(name))}"


def _strong(value: str) -> str:
    return markup.element("strong", safe(value))
