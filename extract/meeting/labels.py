"""Labels and headings over participants: «Chair: Ms. X», «参会国家：A、B», a list under such a heading. A passage in; lists, roles out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.lists import Item, split_list
from extract.meeting.items import item_party, knows
from extract.meeting.words import meeting_words, roles_in
from extract.patterns import either_of
from extract.reading import Reading
from extract.who.persons import Person
from graph.records import Passage
from graph.sourcemap import Span

_LABEL = re.compile(r"\s*(?P<label>[^:：\n.。;；]{2,40}?)\s*[:：]\s*(?=\S)")
_LONGEST = 90  # characters of an item that may be a name


def label_of(passage: Passage) -> tuple[str, int] | None:
    """The words before the first colon of a passage that begins with a label, and where what they label begins."""
    found = _LABEL.match(passage.text)
    return None if found is None else (found["label"].strip("*_ "), found.end())


def labelled_actors(passage: Passage) -> tuple[str, Span] | None:
    """A label of participants («Participating states: …») and the span of their list."""
    found = label_of(passage)
    if found is None or re.fullmatch(either_of(meeting_words(passage.language).list_labels), found[0], re.IGNORECASE) is None:
        return None
    return found[0], (found[1], len(passage.text))


def heading_lead(passage: Passage) -> str | None:
    """The headings that make the passage part of a list of participants, as one text; ``None`` where they do not."""
    words = meeting_words(passage.language)
    path = passage.heading_path
    listing = next((i for i, heading in enumerate(path) if re.fullmatch(either_of(words.list_headings), heading.strip(" :：*"), re.IGNORECASE)), None)
    if listing is None or any(re.search(either_of(words.other_headings), heading, re.IGNORECASE) for heading in path[listing:]):
        return None
    return " · ".join(path[listing:])


def is_plain_list(passage: Passage, items: tuple[Item, ...], lead: str) -> bool:
    """Whether every item is a name: known, or (in a list of organisations) short, with no verb or full stop behind it."""
    bodies = roles_in(lead, passage.language)[0]
    pieces = [passage.text[item.start : item.end] for item in items]
    known = [knows(passage.language)(piece) for piece in pieces]
    return bool(items) and all(sure or (bodies is not None and _is_name(piece)) for sure, piece in zip(known, pieces, strict=True))


def _is_name(piece: str) -> bool:
    return len(piece) <= _LONGEST and (piece[0].isupper() or not piece[0].isascii()) and re.search(r"[.。:：!?]\s*$|[.。]\s", piece) is None


def items_of(passage: Passage, span: Span) -> tuple[Item, ...]:
    """The items of a list; a list item that is a name we know whole is one («Trinidad and Tobago»)."""
    start, end = span
    text = passage.text[start:end].strip().rstrip(";；,，")
    if item_party(passage, Item(start, start + len(text)), "").id is not None:
        return (Item(start, start + len(text)),)
    return split_list(passage.text, span, passage.language, knows(passage.language))


def labelled_persons(reading: Reading, passage: Passage, persons: tuple[Person, ...]) -> Iterator[tuple[Person, str]]:
    """The persons behind a label («Moderator: …»), or beneath a heading of their role («Speakers»), with the role."""
    label, above = label_of(passage), reading.lead_of(passage)
    over = [text.strip(" :：*") for text in (*passage.heading_path[-1:], *([above.text] if above is not None else ()))]
    for role, pattern in meeting_words(passage.language).role_labels.items():
        shape = re.compile(pattern, re.IGNORECASE)
        if label is not None and shape.fullmatch(label[0]):
            yield from ((person, role) for person in persons if person.left >= label[1])
        elif _is_line(passage, persons) and any(shape.fullmatch(text) for text in over):
            yield persons[0], role


def _is_line(passage: Passage, persons: tuple[Person, ...]) -> bool:
    """A passage that is one person's entry: it begins with the name, and is no sentence."""
    if not persons or passage.kind == "heading" or passage.text[: persons[0].left].strip():
        return False
    return re.search(r"[.。]\s+\S|[.。]$", passage.text) is None
