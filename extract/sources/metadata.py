"""What a document is: title, date, symbol, speaker, kind, languages. From its sidecar, its front matter, else its own head.

The text is believed only where it is plain: a field that is in doubt stays empty.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypedDict

from extract.sources.dates import Written
from extract.sources.frequent import function_words
from extract.sources.frontmatter import SIDECAR, FrontMatter, Given, read_sidecar
from extract.sources.head import Head, Line, read_head
from extract.sources.head_words import head_words
from extract.sources.scripts_used import read_languages

# A document symbol of the United Nations: capitals and numbers between slashes, a number in it (A/RES/78/241, CCW/GGE.1/2023/CRP.2).
_SYMBOL = re.compile(r"(?=\S*\d)[A-Z][A-Z0-9]{0,9}(?:\.\d{1,2})?(?:/(?:[A-Z0-9][A-Z0-9.-]{0,14}|(?:Add|Rev|Corr|Amend)\.\d{1,3})){1,7}")
_RESOLUTION = re.compile(r"\d{1,3}/\d{1,4}[A-Z]?\.\s+(\S.*)")  # the General Assembly heads its texts so: 78/241. Title
_ADDRESS = re.compile(r"https?://|www\.|@|©")


class Fields(TypedDict):
    """The fields of a ``Document`` that say what it is."""

    title: str | None
    languages: tuple[str, ...]
    date: str | None
    publisher: str | None
    symbol: str | None
    speaker: str | None
    kind: str


def describe(text: str, markup: str, path: Path | None, *, given: FrontMatter | None = None, title: str | None = None) -> Fields:
    """What the document is, each field from the first that gives it: sidecar of ``path``, front matter, the head of the text.

    Args:
        title: what the file calls itself (HTML's ``<title>``), believed where the head has none.

    Raises:
        DataError: the sidecar breaks the schema.
    """
    beside = _sidecar(path)
    above = Given.model_validate({}) if given is None else given.given
    head = read_head(text)
    found = read_title(head, text if markup == "markdown" else "") or title
    symbol = beside.symbol or above.symbol or read_symbol(head)
    return Fields(
        title=beside.title or above.title or found,
        languages=beside.languages or above.languages or read_languages(text),
        date=beside.date or above.date or read_date(head),
        publisher=beside.publisher or above.publisher,
        symbol=symbol,
        speaker=beside.speaker or above.speaker or read_speaker(head),
        kind=beside.kind or above.kind or read_kind(head, found, symbol),
    )


def _sidecar(path: Path | None) -> Given:
    if path is not None:
        for beside in (path.with_name(path.name + SIDECAR), path.with_name(path.stem + SIDECAR)):
            if beside.is_file():
                return read_sidecar(beside)
    return Given.model_validate({})


def read_title(head: Head, markdown: str) -> str | None:
    """The title: what is labelled so, the heading above all others, the line that looks like one, or the only lines above the text."""
    for line in head.lines:
        if (labelled := _after_label(line.text, head_words().title_labels)) is not None:
            return labelled
        if (resolved := _RESOLUTION.fullmatch(line.text)) is not None:
            return resolved[1]
    headings = [line for line in head.lines if line.level]
    if headings:
        return _plain_title(headings[0]) if _heads_all(headings[0], markdown) else None
    candidates = [line for line in head.lines if _may_be_title(line.text)]
    cued = [line for line in candidates if re.search(head_words().titles, line.text, re.IGNORECASE)]
    if cued:
        return _with_rest(cued[0], head)
    alone = 1 <= len(candidates) <= 3 and head.opening and head.lines[0] is candidates[0]
    return _with_rest(head.lines[0], head) if alone else None


def _with_rest(first: Line, head: Head) -> str:
    """A title with the lines it goes on in: it ends in a word that cannot end one, or the next line begins small."""
    title = first.text
    for line in head.lines[head.lines.index(first) + 1 :][:3]:
        last = title.rsplit(None, 1)[-1].lower()
        if not line.text[:1].islower() and not any(last in words for words in function_words().values()):
            break
        title = f"{title} {line.text}"
    return title


def _heads_all(heading: Line, markdown: str) -> bool:
    """Whether no other heading of the text stands as high: then it heads the text, not a part of it."""
    others = re.findall(rf"^#{{1,{heading.level}}}\s", markdown, re.MULTILINE)
    return len(others) <= 1 or heading.level == 1


def _plain_title(heading: Line) -> str | None:
    return heading.text if re.search(r"[^\W\d_]", heading.text) and not re.match(r"\d+(?:\.\d+)*[.\s]", heading.text) else None


def _may_be_title(line: str) -> bool:
    dates = head_words().dates.find(line)
    dated = sum(date.end - date.start for date in dates)
    letters = len(re.findall(r"[^\W\d_]", line))
    labelled = re.match(r"[^:：]{2,20}[:：]\s", line) is not None
    return letters >= 4 and 2 * dated < len(line) and not labelled and _symbol_of(line) is None and not _ADDRESS.search(line)


def read_symbol(head: Head) -> str | None:
    """The document symbol that stands alone on a line of the head, or beside the letterhead."""
    return next((symbol for line in head.lines if (symbol := _symbol_of(line.text)) is not None), None)


def _symbol_of(line: str) -> str | None:
    for part in re.split(r"\s{2,}|\t", re.sub(rf"^(?:{head_words().letterheads})\s+", "", line)):
        bare = part.strip().rstrip("*∗†").strip()
        if _SYMBOL.fullmatch(bare):
            return bare
    return None


def read_date(head: Head) -> str | None:
    """The first date of the head; a single day before the first day of a stretch, which is when something else took place."""
    found = [date for line in head.lines for date in head_words().dates.find(line.text) if len(date.value) == 10 or len(line.text) <= 40]
    found += _dateline(head.opening)
    return min(found, key=lambda date: date.stretch).value if found else None


def _dateline(opening: str) -> list[Written]:
    """A date in what stands before the first dash of a news text: place, agency, day."""
    before = re.match(r".{3,80}?\s[-–—]+\s|[^.。]{3,60}[=】\])]\s", opening)
    return [] if before is None else [date for date in head_words().dates.find(before[0]) if len(date.value) == 10]


def read_speaker(head: Head) -> str | None:
    """Who makes the statement, in the words of the head."""
    for line in head.lines:
        if (labelled := _after_label(line.text, head_words().speaker_labels)) is not None and len(labelled) <= 80:
            return labelled
        for pattern in head_words().speakers:
            spoken = pattern.search(line.text)
            if spoken is not None:
                return spoken[1].strip()
    return None


def _after_label(line: str, labels: str) -> str | None:
    labelled = re.fullmatch(rf"(?:{labels})\s*[:：]\s*(\S.*)", line, re.IGNORECASE)
    return None if labelled is None else labelled[1].strip("*_ ")


def read_kind(head: Head, title: str | None, symbol: str | None) -> str:
    """The kind that title and head give away; ``other`` where they give none away, or several."""
    if symbol is not None and "/RES/" in symbol:
        return "resolution"
    said = {kind for kind, pattern in head_words().kinds.items() if title is not None and re.search(pattern, title, re.IGNORECASE)}
    if not said:
        lines = [*(line.text for line in head.lines), head.opening]
        said = {kind for kind, pattern in head_words().openings.items() for line in lines if re.search(pattern, line, re.IGNORECASE)}
    return said.pop() if len(said) == 1 else "other"
