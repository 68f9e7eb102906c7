"""The table state × source: holders with their stances in, a table for the screen and one for download out. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboards.look import STANCES
from dashboards.sheet import Cell, Column, encoded
from dashboards.stances import Holder
from graph.tables import Table

Say = Callable[..., str]
WIDEST = 12  # documents that get a column of their own
_EMPTY = Cell("")
NAME, STANCE = ":name", ":stance"  # columns that are no document's


@dataclass(frozen=True, slots=True)
class Source:
    """A document with a column: its id, and what is known of it."""

    doc: str
    about: str


def table(those: Sequence[Holder], sources: Sequence[Source], name: Callable[[Holder], str], say: Say) -> str:
    """A row a holder: its name, its stance in a sign and words, what each document says of it in signs; for the component in dashboards/sheet.py."""
    columns = [Column(NAME, say("positions.state"), opens=True), Column(STANCE, say("positions.stance"), opens=True)]
    columns += [Column(each.doc, each.doc, each.about, opens=True) for each in sources]
    columns += [Column(key, say(f"positions.{key}"), number=key == "claims") for key in ("since", "region", "claims")]
    return encoded(columns, [(each.id, _cells(each, [source.doc for source in sources], name, say)) for each in those])


def _cells(holder: Holder, docs: Sequence[str], name: Callable[[Holder], str], say: Say) -> list[Cell]:
    said = [Cell(name(holder)), Cell(stance_text(holder, say), behind(holder))]
    for doc in docs:
        if doc in holder.documents:
            within = holder.within(doc)
            said.append(Cell(cell(within), behind(within), cell_words(doc, within, say)))
        else:
            said.append(_EMPTY)
    region = "" if holder.region is None else say(f"regions.{holder.region}")
    return [*said, Cell(holder.since or ""), Cell(region), Cell(holder.claims)]


def listed(those: Sequence[Holder], heads: tuple[str, str], tell: Callable[[Holder], tuple[str, str]], say: Say) -> str:
    """A row a holder that has no place in the other table: two columns of words, whose names are ``heads``, and its stance between them."""
    columns = [
        Column(NAME, heads[0], opens=True, wide=True),
        Column(STANCE, say("positions.stance"), opens=True),
        Column("more", heads[1], wide=True),
    ]
    told = [(each, *tell(each)) for each in those]
    return encoded(columns, [(each.id, [Cell(name), Cell(stance_text(each, say), behind(each)), Cell(more)]) for each, name, more in told])


def behind(holder: Holder) -> str:
    """The stances whose colours stand behind its signs."""
    return "+".join(holder.stances)


def stance_text(holder: Holder, say: Say) -> str:
    """«＋ supports», or of a contested one «⚡ supports, opposes»."""
    return f"{STANCES[holder.look].sign} {', '.join(say(f'stances.{stance}') for stance in holder.stances)}"


def cell(within: Holder) -> str:
    """The signs of what one document says, with i where its columns were inferred and r where it reports another's words."""
    signs = "".join(STANCES[stance].sign for stance in within.stances)
    marks = ("i" if within.only_inferred else "") + ("r" if within.only_reported else "")
    return f"{signs} {marks}".rstrip() if within.records else ""


def cell_words(doc: str, within: Holder, say: Say) -> str:
    """The same in words."""
    marks = [say(f"evidence.{mark}") for mark, is_so in (("inferred", within.only_inferred), ("reported", within.only_reported)) if is_so]
    return f"{doc}: {', '.join([*(say(f'stances.{stance}') for stance in within.stances), *marks])}"


COLUMNS = (
    "id", "name", "kind", "iso3", "region", "stance", "contested", "document", "date", "claims", "inferred", "reported", "via", "confidence", "quote",
    "place",
)  # fmt: skip


def export(those: Sequence[Holder], name: Callable[[Holder], str]) -> Table:
    """A row for each holder, stance, document and date, with the words of the surest claim."""
    return Table(
        COLUMNS,
        tuple(
            (
                each.id, name(each), each.kind, each.iso3, each.region, one.stance, each.contested, one.doc, one.date, one.claims, one.inferred,
                one.reported, one.via, one.confidence, one.quote, one.place,
            )
            for each in those
            for one in each.records
        ),
    )  # fmt: skip
