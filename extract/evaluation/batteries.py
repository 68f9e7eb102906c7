"""Short items, each one way to say who holds what: how many are read right. Files of items in, figures by battery and half out.

    python -m extract.evaluation.batteries tests/batteries/en-1.jsonl [--half odd] [--misses]

An item is a line of JSON: ``n``, ``battery`` (targets, predicates, holders, discourse, none), ``text`` and ``gold``, rows of holder (an id, or the
name as it is written), relation and proposal; rows of ``optional`` count neither way. Rules are mended for what the odd items show; the even ones
stay unread, so that their figures tell what carries over. The language is the beginning of the file's name.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extract.pipeline import read_document
from graph.records import POLARITY, Claim, Party

TITLES = {"en": "Notes on autonomous weapons", "zh": "关于自主武器的讨论", "ko": "자율무기에 관한 논의"}
_PROPOSAL = "proposal:"
_NAME = 3  # letters from which a part of a name is told to be the holder's
Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its number in the file, its battery, what it says, and what a careful reader enters (``optional``: may enter)."""

    number: int
    battery: str
    text: str
    gold: tuple[Row, ...]
    optional: tuple[Row, ...] = ()


@dataclass(slots=True)
class Tally:
    """How many rows of the gold were found and missed, and how many claims are in neither."""

    found: int = 0
    missed: int = 0
    invented: int = 0
    shown: list[str] = field(default_factory=list)

    def figures(self) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        given, gold = self.found + self.invented, self.found + self.missed
        return self.found / max(1, given), self.found / max(1, gold), 2 * self.found / max(1, given + gold)


def read_items(path: Path) -> Iterator[Item]:
    """The items of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Item(row["n"], row["battery"], row["text"], tuple(map(tuple, row["gold"])), tuple(map(tuple, row.get("optional", ()))))


def judge(items: Iterable[Item], language: str) -> dict[str, Tally]:
    """By battery, how the items are read, each a document of its own under a title that names the topic."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "item.txt"
        for item in items:
            _count(tallies[item.battery], item, positions_in(item.text, language, path))
    return dict(tallies)


def positions_in(text: str, language: str, path: Path) -> list[Claim]:
    """The positions on proposals that are read in a short text under a title that names the topic; ``path`` is where it is written."""
    path.write_text(f"{TITLES[language]}\n{text}\n", encoding="utf-8")
    claims = [one for one in read_document(path, preview=True).claims if isinstance(one, Claim) and one.relation in POLARITY]
    return [claim for claim in claims if (claim.object.id or "").startswith(_PROPOSAL)]


def _count(tally: Tally, item: Item, claims: list[Claim]) -> None:
    left, missed = list(claims), []
    for row in item.gold:
        found = next((claim for claim in left if _says(claim, row)), None)
        if found is None:
            missed.append(row)
        else:
            left.remove(found)
    invented = [claim for claim in left if not any(_says(claim, row) for row in (*item.gold, *item.optional))]
    tally.found += len(item.gold) - len(missed)
    tally.missed += len(missed)
    tally.invented += len(invented)
    if missed or invented:
        tally.shown.append(f"{item.number} {item.text!r} missed {missed} invented {[(c.subject.id, c.relation, c.object.id) for c in invented]}")


def _says(claim: Claim, row: Row) -> bool:
    holder, relation, proposal = row
    return claim.relation == relation and claim.object.id == _PROPOSAL + proposal and _is(claim.subject, holder)


def _is(party: Party, holder: str) -> bool:
    """Whether a holder is meant: by its id, or by a name that is a part of it or of which it is a part."""
    if party.id == holder or holder.startswith(("state:", "group:")):
        return party.id == holder
    name = holder.partition(":")[2].replace("-", " ").casefold() or holder.casefold()
    own = [(party.id or "").partition(":")[2].replace("-", " ").casefold(), (party.surface or "").casefold()]
    return name in own or any((len(name) > _NAME and name in one) or (len(one) > _NAME and one in name) for one in own)


def main() -> None:
    """Prints precision, recall and F1 of each battery, and with ``--misses`` what was missed and invented."""
    parser = argparse.ArgumentParser(prog="python -m extract.evaluation.batteries", description="Judges short items.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--half", choices=["odd", "even"])
    parser.add_argument("--misses", action="store_true")
    wanted = parser.parse_args()
    for path in wanted.files:
        items = [item for item in read_items(path) if wanted.half is None or (item.number % 2 == 1) == (wanted.half == "odd")]
        for battery, tally in judge(items, path.stem[:2]).items():
            precision, recall, f1 = tally.figures()
            print(f"{path.stem} {battery:<10} P {precision:.2f} R {recall:.2f} F1 {f1:.2f} found {tally.found} invented {tally.invented}")
            print(*(f"  {one}\n" for one in tally.shown if wanted.misses), sep="", end="")


if __name__ == "__main__":
    main()
