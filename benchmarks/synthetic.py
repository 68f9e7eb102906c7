"""A graph of any size that looks like a real one: as many documents, passages and claims as asked for, the same for the same seed.

Run: ``python -m benchmarks.synthetic FOLDER --claims 100000`` writes a workspace that ``rapporteur load``, ``report`` and the dashboards
take like any other; ``synthetic_graph(100_000)`` gives its graph without one. A document has about a hundred claims in fifty passages.
Who and what is named follows a power law, as in real corpora: a few states, concepts and sources are everywhere, most are seldom
named. Relations have about the shares that they have in the three original documents; dates spread over 2013 to 2026; half of the
positions are those of unnamed groups; one citation in ten leads to an earlier document of the corpus. 100,000 claims make about
165,000 nodes and 460,000 relationships.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from extract.known import known_entity
from extract.names import load_names
from graph.build import build
from graph.concepts import load_concepts
from graph.ids import content_id
from graph.model import Graph
from graph.records import Claim, Document, Party, Passage, Skipped
from graph.workspace import Extraction, Workspace

CLAIMS_EACH = 100  # claims of a document
SHARES = {
    "MENTIONS": 49, "PARTICIPATED_IN": 17, "SUPPORTS": 6, "OPPOSES": 2, "QUALIFIES": 1, "SUPPORTS_BAN": 3, "OPPOSES_BAN": 2, "QUALIFIES_BAN": 1,
    "RECOMMENDS": 5, "CITES": 6, "AFFILIATED_WITH": 2, "SPOKE_ON": 3, "REPRESENTS": 1, "MEMBER_OF": 1, "SIGNED": 2, "DEFINES": 1,
}  # fmt: skip
ROLES = ("high-contracting-party", "observer-state", "ngo", "international-organization", "entity", "speaker")
QUANTIFIERS = ("all", "most", "many", "several", "some", "few", "others")
REASONS = ("page mark", "link printed twice", "position unsure (+ 0.41)")
WORDS = (
    "states",
    "autonomous",
    "weapons",
    "control",
    "meeting",
    "proposed",
    "review",
    "human",
    "agreed",
    "规则",
    "自主",
    "武器",
    "통제",
    "무기",
    "인간",
)
LANGUAGES = ("en", "zh", "ko", "fr", "es")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what can be named, the most named first."""

    states: tuple[Party, ...]
    bodies: tuple[Party, ...]
    persons: tuple[Party, ...]
    concepts: tuple[Party, ...]
    proposals: tuple[Party, ...]
    events: tuple[Party, ...]
    sources: tuple[Party, ...]


def synthetic_graph(claims: int, *, seed: int = 7) -> Graph:
    """A graph of about that many claims; documents are made anew whenever they are needed, so that none is held."""
    return build(lambda: extractions(claims, seed=seed), known_entity, load_concepts())


def extractions(claims: int, *, seed: int = 7) -> Iterator[Extraction]:
    """What could have been read in ``claims / 100`` documents."""
    everyone = cast(claims, seed)
    for number in range(max(1, claims // CLAIMS_EACH)):
        yield _extraction(number, min(claims, CLAIMS_EACH), everyone, random.Random(f"{seed}/{number}"))


def cast(claims: int, seed: int) -> Cast:
    """The states, concepts and proposals of data/, and as many made-up bodies, persons, meetings and sources as the size asks for."""
    chance = random.Random(seed)
    concepts = [Party(each.kind, each.id) for each in load_concepts()]
    states = [Party("State", each.id) for each in load_names().entities if each.kind == "State"]
    chance.shuffle(states)
    chance.shuffle(concepts)
    documents = max(1, claims // CLAIMS_EACH)
    kinds = ("NGO", "InternationalOrganization", "Institution", "Coalition")
    return Cast(
        tuple(states),
        tuple(Party(kinds[at % 17 % 4], f"org:body-{at}", f"Body {at}") for at in range(20 + documents // 2)),
        tuple(Party("Person", f"person:expert-{at}", f"Expert {at}") for at in range(20 + documents)),
        tuple(each for each in concepts if each.kind == "Concept"),
        tuple(each for each in concepts if each.kind == "Proposal"),
        tuple(Party("Event", f"event:meeting-{at}", f"Meeting {at}") for at in range(5 + documents // 20)),
        tuple(Party("Document", f"doc:source-{at}", f"Source {at}") for at in range(20 + 3 * documents)),
    )


def _extraction(number: int, claims: int, everyone: Cast, chance: random.Random) -> Extraction:
    language = chance.choices(LANGUAGES, (50, 20, 15, 10, 5))[0]
    date = f"{chance.randint(2013, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    name = f"synthetic-{number:06}"
    content = content_id(f"{name} {chance.random()}".encode())
    document = Document(
        name, content, title=f"Document {number}", languages=(language,), date=date if chance.random() < 0.9 else None, publisher="Synthetic",
        kind=chance.choice(("report", "article", "statement")), source=f"{name}.txt",
    )  # fmt: skip
    passages = tuple(_passage(name, ordinal, language, chance) for ordinal in range(max(1, claims // 2)))
    made = tuple(_claim(number, passages[at % len(passages)], at, content, everyone, chance) for at in range(claims))
    skipped = tuple(Skipped(f"{name} line {at}", reason, "…") for at, reason in enumerate(REASONS) if chance.random() < 0.7)
    return Extraction(document, passages, made, skipped)


def _passage(name: str, ordinal: int, language: str, chance: random.Random) -> Passage:
    return Passage(name, f"¶{ordinal + 1}", ordinal, " ".join(chance.choices(WORDS, k=40)), language, heading_path=(f"Part {ordinal // 10 + 1}",))


def _claim(number: int, passage: Passage, at: int, content: str, everyone: Cast, chance: random.Random) -> Claim:
    relation = chance.choices(tuple(SHARES), tuple(SHARES.values()))[0]
    subject, obj, rest = _ends(relation, passage, at, number, everyone, chance)
    start, length = chance.randint(0, 20), chance.randint(20, 90)
    return Claim(
        passage=passage, content=content, occurrence=at, relation=relation, subject=subject, object=obj, start=start, end=start + length,
        method="synthetic", confidence=round(max(0.5, chance.betavariate(14, 1.3)), 3), **rest,
    )  # fmt: skip


def _ends(relation: str, passage: Passage, at: int, number: int, everyone: Cast, chance: random.Random) -> tuple[Party, Party, dict[str, object]]:
    """Both ends of a claim, and its further attributes."""
    document = Party("Document", f"doc:{passage.document}")
    actors = chance.choice((everyone.states, everyone.bodies))
    coalitions = tuple(each for each in everyone.bodies if each.kind == "Coalition")
    of_persons = {"AFFILIATED_WITH": everyone.bodies, "SPOKE_ON": everyone.concepts, "REPRESENTS": everyone.states, "DEFINES": everyone.concepts}
    match relation:
        case "MENTIONS":
            return document, _one(everyone.concepts, chance), {}
        case "CITES":
            read = chance.random() < 0.1 and number > 0
            return document, Party("Document", f"doc:synthetic-{chance.randrange(number):06}") if read else _one(everyone.sources, chance), {}
        case "RECOMMENDS":
            addressee = tuple(chance.sample(("states", "un", "businesses", "civil-society", "experts"), chance.randint(0, 2)))
            return document, Party("Recommendation", f"rec:{passage.document}-{at}", f"Recommendation {at}"), {"addressee": addressee}
        case "PARTICIPATED_IN":
            return _one(actors, chance), _one(everyone.events, chance), {"role": chance.choice(ROLES)}
        case "MEMBER_OF":
            return _one(everyone.bodies, chance), _one(coalitions, chance), {}
        case "SIGNED":
            return _one(everyone.states, chance), document, {}
        case _ if relation in of_persons:
            return (
                _one(everyone.persons, chance),
                _one(of_persons[relation], chance),
                {"role": "professor" if relation == "AFFILIATED_WITH" else None},
            )
    return _position(relation, everyone, chance)


def _position(relation: str, everyone: Cast, chance: random.Random) -> tuple[Party, Party, dict[str, object]]:
    ban = Party("Proposal", "proposal:preemptive-ban")
    target = ban if relation.endswith("_BAN") else _one(everyone.proposals, chance)
    rest: dict[str, object] = {"modality": chance.choice(("stated", "reported")), "via": "doc:source-1" if chance.random() < 0.3 else None}
    if chance.random() < 0.5:
        quantifier = chance.choice(QUANTIFIERS)
        return Party("Group", f"group:{chance.choice(('delegations', 'experts', 'states'))}"), target, rest | {"quantifier": quantifier}
    return _one(chance.choice((everyone.states, everyone.bodies)), chance), target, rest


_weights: dict[int, tuple[float, ...]] = {}


def _one(those: tuple[Party, ...], chance: random.Random) -> Party:
    """One of them; the n-th is named as often as 1/n of the first."""
    if len(those) not in _weights:
        _weights[len(those)] = tuple(accumulate(1 / rank for rank in range(1, len(those) + 1)))
    return chance.choices(those, cum_weights=_weights[len(those)])[0]


def write_workspace(folder: Path, claims: int, *, seed: int = 7) -> None:
    """A workspace of so many claims."""
    with Workspace(folder).writing() as writer:
        for extraction in extractions(claims, seed=seed):
            writer.keep(extraction, extraction.document.id.encode())


def main() -> None:
    arguments = argparse.ArgumentParser(description="Writes a synthetic workspace.")
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--claims", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=7)
    given = arguments.parse_args()
    write_workspace(given.folder, given.claims, seed=given.seed)


if __name__ == "__main__":
    main()
