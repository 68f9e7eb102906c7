"""Misses and inventions as one page to read, with the words marked. A judgement in, HTML that needs no internet out; pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise
from urllib.parse import quote as percent_encoded

from extract.evaluation.judgement import Judgement
from extract.evaluation.matching import Row
from extract.evaluation.scoring import Tally, gold_place
from extract.evaluation.views import by_confidence, by_document, by_relation, named
from graph.records import Passage
from graph.sourcemap import Span
from graph.tables import Table, cell_text

Error = tuple[str, Row]  # missed or invented
_DETAILS = ("role", "quantifier", "modality", "topic", "method", "confidence")


def as_page(judgement: Judgement) -> str:
    """The page: figures and reliability first, then for each document and relation the places where something is wrong."""
    errors = [tally for tally in judgement.tallies if tally.missed or tally.invented]
    body = [
        "<h1>Misses and inventions</h1>",
        "<p>Against gold claims. <mark class=missed>Missed</mark>: a reader found it, we did not. "
        "<mark class=invented>Invented</mark>: we claim it, the reader does not.</p>",
        _table(by_relation(judgement), "Figures by relation"),
        _table(by_confidence(judgement), "How far confidence can be believed"),
        _table(by_document(judgement), "Figures by document"),
        *_contents(errors),
        *(part for tally in errors for part in _tally(judgement, tally)),
    ]
    return _HEAD + "\n".join(body) + "\n</body>\n</html>\n"


def marked(text: str, spans: Iterable[tuple[Span, str]]) -> str:
    """Escaped text with spans marked by their classes; where spans overlap, the words bear both."""
    known = list(spans)
    edges = sorted({0, len(text), *(edge for span, _ in known for edge in span)})
    parts = []
    for start, end in pairwise(edges):
        classes = sorted({name for (low, high), name in known if low <= start and end <= high})
        words = escape(text[start:end])
        parts.append(f'<mark class="{escape(" ".join(classes))}">{words}</mark>' if classes else words)
    return "".join(parts)


def quote_span(text: str, quote: str) -> Span | None:
    """Where a quote stands in a text, however its lines were wrapped; ``None`` where it does not."""
    words = r"\s*".join(map(re.escape, "".join(quote.split())))
    found = re.search(words, text) if words else None
    return None if found is None else found.span()


def _contents(tallies: Iterable[Tally]) -> Iterator[str]:
    """Links to the parts, with how many errors each holds."""
    yield "<nav><h2>Where</h2><ul>"
    for tally in tallies:
        counts = f"{len(tally.missed)} missed, {len(tally.invented)} invented"
        yield f'<li><a href="#{_anchor(tally)}">{escape(tally.document)} {escape(tally.kind)}</a>: {counts}</li>'
    yield "</ul></nav>"


def _tally(judgement: Judgement, tally: Tally) -> Iterator[str]:
    yield f'<h2 id="{_anchor(tally)}">{escape(tally.document)} · {escape(tally.kind)}</h2>'
    gold = [row for row, _ in tally.hits] + list(tally.missed)
    places: dict[str, list[Error]] = defaultdict(list)
    for word, rows in (("missed", tally.missed), ("invented", tally.invented)):
        for row in rows:
            places[gold_place(row, gold)].append((word, row))
    for errors in places.values():
        yield from _place(judgement, tally.document, errors)


def _place(judgement: Judgement, document: str, errors: list[Error]) -> Iterator[str]:
    """What is wrong at one place, and the passages it stands in."""
    yield f"<section>\n<h3>{escape(str(errors[0][1].get('loc') or ''))}</h3>"
    passages: dict[str, tuple[Passage, list[Error]]] = {}
    for word, row in errors:
        passage = judgement.passage_of(document, row)
        if passage is not None:
            passages.setdefault(passage.locator, (passage, []))[1].append((word, row))
    for passage, here in passages.values():
        spans = [(span, word) for word, row in here if (span := quote_span(passage.text, str(row.get("quote") or ""))) is not None]
        yield f'<blockquote lang="{escape(passage.language)}">{marked(passage.text, spans)}</blockquote>'
    yield "<ul>"
    yield from (_error(word, row) for word, row in errors)
    yield "</ul>\n</section>"


def _error(word: str, row: Row) -> str:
    details = "; ".join(f"{name} {row[name]}" for name in _DETAILS if row.get(name) is not None)
    claim = f"{named(row.get('subject'))} {row['relation']} {named(row.get('object'))}"
    quote = f" <q>{escape(str(row['quote']))}</q>" if row.get("quote") else ""
    return f'<li><mark class="{word}">{word}</mark> <b>{escape(claim)}</b>{quote} <small>{escape(details)}</small></li>'


def _anchor(tally: Tally) -> str:
    return percent_encoded(f"{tally.document}/{tally.kind}")


def _table(table: Table, caption: str) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell_text(value))}</td>" for value in row) + "</tr>\n" for row in table.rows)
    return f"<table>\n<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"


_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font-family:system-ui,'Noto Sans CJK SC','Noto Sans CJK KR',sans-serif;line-height:1.5;max-width:75rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;margin:1.5rem 0;display:block;overflow-x:auto}caption{text-align:left;font-weight:600}"
    "th,td{border:1px solid #8888;padding:.2rem .5rem;text-align:left}"
    "blockquote{margin:.5rem 0;padding:.5rem 1rem;border-left:4px solid #8888;max-height:24rem;overflow:auto;white-space:pre-wrap}"
    "mark{color:#000;background:#ddd}mark.missed{background:#ffd27f}mark.invented{background:#ffb3b3}mark.invented.missed{background:#e6b3ff}"
)
_HEAD = (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    f"<title>Misses and inventions</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
)
