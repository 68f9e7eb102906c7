"""The records that pass between the stages. Immutable; a claim cannot exist without the words that prove it."""

from __future__ import annotations

from dataclasses import KW_ONLY, InitVar, dataclass, field

from graph.errors import EvidenceError
from graph.ids import claim_id
from graph.sourcemap import SourceMap, Span

#: Relations that state a position, with the sign of the stance they give to their target.
POLARITY = {"SUPPORTS_BAN": "+", "OPPOSES_BAN": "-", "QUALIFIES_BAN": "~", "SUPPORTS": "+", "OPPOSES": "-", "QUALIFIES": "~"}
QUOTE_LIMIT = 120  # characters of a quote, gold/GUIDE.md


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: ``id`` is its file name without extension, ``sha256`` that of its bytes.

    ``languages`` are ISO 639-1 codes, the most used first; ``date`` is YYYY, YYYY-MM or YYYY-MM-DD; ``kind`` is one of
    report, article, statement, resolution, news, other; ``speaker`` is the actor whose statement it is; ``source`` is where
    it was read (a path, or ``-``).
    """

    id: str
    sha256: str
    _: KW_ONLY
    title: str | None = None
    languages: tuple[str, ...] = ()
    date: str | None = None
    publisher: str | None = None
    symbol: str | None = None
    speaker: str | None = None
    kind: str = "other"
    source: str = "-"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its row and column from 0, its characters ``start…end`` in the table's passage."""

    row: int
    column: int
    start: int
    end: int
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table passage. ``method``: ``markup`` (rows and columns were written) or ``inferred-columns`` (rebuilt)."""

    cells: tuple[Cell, ...]
    method: str = "markup"
    caption: Span | None = None
    source: Span | None = None  # the line that names where the table was taken from


@dataclass(frozen=True, slots=True)
class NoteCall:
    """A foot- or endnote call: it stood at ``position`` in the passage and calls the passage at ``locator`` (``note 3``)."""

    position: int
    locator: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of repaired text with its place.

    ``locator`` is unique in its document (gold/GUIDE.md, *loc*); ``ordinal`` counts from 0 in reading order; ``kind`` is one of
    title, heading, paragraph, item, note, table; ``marker`` is the number or bullet that stood before the text (``(a)``, ``3.``,
    ``•``); ``lead`` is the ordinal of the passage whose list this item continues; ``heading_path`` holds the headings above,
    outermost first; ``source_map`` leads back to the characters of the file's decoded text.
    """

    document: str
    locator: str
    ordinal: int
    text: str
    language: str
    _: KW_ONLY
    kind: str = "paragraph"
    heading_path: tuple[str, ...] = ()
    marker: str | None = None
    lead: int | None = None
    calls: tuple[NoteCall, ...] = ()
    table: Table | None = None
    source_map: SourceMap = field(default_factory=SourceMap)

    @property
    def id(self) -> str:
        return f"passage:{self.document}/{self.ordinal}"


@dataclass(frozen=True, slots=True)
class Skipped:
    """What a stage could not handle, or left out on purpose: where, why, and the words it concerns (shortened)."""

    place: str
    reason: str
    text: str = ""

    @property
    def kind(self) -> str:
        """The reason as it is counted: figures in brackets at its end are no part of it."""
        return self.reason.partition(" (")[0]


@dataclass(frozen=True, slots=True)
class Mention:
    """A known name at ``start…end`` of a passage's text; ``entity`` is its id, or ``None`` where the words name none we know."""

    start: int
    end: int
    kind: str
    entity: str | None
    surface: str


@dataclass(frozen=True, slots=True)
class Party:
    """One end of a claim: a kind of the ontology, the canonical id where there is one, the document's own words where it has any."""

    kind: str
    id: str | None
    surface: str | None = None

    @property
    def key(self) -> str:
        return self.id or self.surface or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One fact that a document states, tied to the words that state it (gold/GUIDE.md).

    ``start`` and ``end`` are the quote's characters in the passage's text; ``confidence`` lies in 0–1; ``as_of`` is the date the
    position is said to hold, else the document's; ``via`` names the document or person through whom it is reported.

    Raises:
        EvidenceError: the quote is empty, too long, or not the passage's text at ``start:end``; or the confidence is no probability.
    """

    passage: InitVar[Passage]
    content: InitVar[str]  # the document's sha256: claim ids outlive a renamed file
    occurrence: InitVar[int] = 0
    relation: str
    subject: Party
    object: Party
    start: int
    end: int
    method: str
    confidence: float
    role: str | None = None
    quantifier: str | None = None
    modality: str | None = None
    topic: str | None = None
    addressee: tuple[str, ...] = ()
    date: str | None = None
    as_of: str | None = None
    via: str | None = None
    status: str = "extracted"
    doc: str = field(init=False)
    loc: str = field(init=False)
    language: str = field(init=False)
    quote: str = ""  # given or not, it is the passage's text at start:end
    passage_id: str = field(init=False)
    id: str = field(init=False)

    def __post_init__(self, passage: Passage, content: str, occurrence: int) -> None:
        place = f"{passage.document} {passage.locator}"
        if not 0 <= self.start < self.end <= len(passage.text):
            raise EvidenceError(f"{place}: {self.method} gave the span {self.start}:{self.end} of a passage of {len(passage.text)} characters")
        if self.end - self.start > QUOTE_LIMIT:
            raise EvidenceError(f"{place}: {self.method} quotes {self.end - self.start} characters; at most {QUOTE_LIMIT} are a quote")
        if not 0.0 <= self.confidence <= 1.0:
            raise EvidenceError(f"{place}: {self.method} gave the confidence {self.confidence}; it must lie in 0–1")
        quote = passage.text[self.start : self.end]
        if self.quote not in ("", quote):
            raise EvidenceError(f"{place}: the quote «{self.quote[:40]}» is not the passage's text at {self.start}:{self.end}, «{quote[:40]}»")
        identity = claim_id(content, passage.locator, self.relation, self.subject.key, self.object.key, quote, occurrence=occurrence)
        for name, value in {
            "doc": passage.document, "loc": passage.locator, "language": passage.language, "quote": quote,
            "passage_id": passage.id, "id": identity,
        }.items():  # fmt: skip
            object.__setattr__(self, name, value)


@dataclass(frozen=True, slots=True)
class Entity:
    """Something the data files know: names by language, strong ones (sure anywhere) and weak ones (only with support)."""

    id: str
    kind: str
    names: dict[str, tuple[str, ...]]
    weak: dict[str, tuple[str, ...]] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)  # iso3, region, wikidata, …
    distinct_from: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The English name, else the first in any language, else the id."""
        return next((names[0] for _, names in sorted(self.names.items(), key=lambda item: item[0] != "en") if names), self.id)
