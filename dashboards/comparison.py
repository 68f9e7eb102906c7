"""The table state × source: holders with their stances in, a styled frame for the screen and a plain table for download out. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd
from pandas.io.formats.style import Styler

from dashboards.look import CONTESTED, NEITHER, OPPOSES, STANCES, SUPPORTS
from dashboards.stances import Holder
from graph.tables import Table

Say = Callable[..., str]
WIDEST = 12  # documents that get a column of their own
#: The colours of stances, thin enough for text in the light and the dark theme.
_TINT = {
    SUPPORTS: "rgba(0, 114, 178, 0.28)",
    OPPOSES: "rgba(213, 94, 0, 0.30)", NEITHER: "rgba(230, 159, 0, 0.30)", CONTESTED: "rgba(128, 136, 144, 0.28)",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heads:
    """The columns' names in the reader's language."""

    name: str
    stance: str
    since: str
    region: str
    claims: str


def frame(those: Sequence[Holder], docs: Sequence[str], heads: Heads, name: Callable[[Holder], str], say: Say) -> pd.DataFrame:
    """A row a holder: its name, its stance in a sign and words, and what each document says of it in signs."""
    columns: dict[str, list[object]] = {
        heads.name: [name(each) for each in those],
        heads.stance: [stance_text(each, say) for each in those],
    }
    for doc in docs:
        columns[doc] = [cell(each.within(doc)) for each in those]
    columns[heads.since] = [each.since or "" for each in those]
    columns[heads.region] = ["" if each.region is None else say(f"regions.{each.region}") for each in those]
    columns[heads.claims] = [each.claims for each in those]
    return pd.DataFrame(columns)


def stance_text(holder: Holder, say: Say) -> str:
    """«＋ supports», or of a contested one «⚡ supports, opposes»."""
    return f"{STANCES[holder.look].sign} {', '.join(say(f'stances.{stance}') for stance in holder.stances)}"


def cell(within: Holder) -> str:
    """The signs of what one document says, with i where its columns were inferred and r where it reports another's words."""
    signs = "".join(STANCES[stance].sign for stance in within.stances)
    marks = ("i" if within.only_inferred else "") + ("r" if within.only_reported else "")
    return f"{signs} {marks}".rstrip() if within.records else ""


def styled(table: pd.DataFrame, those: Sequence[Holder], docs: Sequence[str], heads: Heads, picked: str) -> Styler:
    """The frame with the stance's colour behind its signs, and the picked holder's name in bold."""
    columns = {column: [""] * len(those) for column in table.columns}
    columns[heads.stance] = [_behind(each.look) for each in those]
    columns[heads.name] = ["font-weight: bold; text-decoration: underline" if each.id == picked else "" for each in those]
    for doc in docs:
        columns[doc] = [_behind(within.look) if (within := each.within(doc)).records else "" for each in those]
    looks = pd.DataFrame(columns, index=table.index)
    return _settled(table.style.apply(lambda _: looks, axis=None).set_uuid("positions"))


def _settled(styler: Styler) -> Styler:
    """A styler that has worked itself out: Streamlit asks it to at each look at the page, which took longer than the rest of the page."""
    styler._compute()  # type: ignore[attr-defined]
    worked = styler._translate(False, False)  # type: ignore[attr-defined]
    for name, answer in (("_compute", styler), ("_translate", worked)):
        setattr(styler, name, lambda *_, answer=answer: answer)
    return styler


def _behind(look: str) -> str:
    return f"background-color: {_TINT[look]}"


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
