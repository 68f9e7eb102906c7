"""A sentence seen from one holder and one target: the clauses that lie between them left out, unless they govern the target. Pure.

Languages that string clauses behind one subject («A said that X, asked for Y, held that Z was premature») have sentences longer than any frame
that the sign is learned from. What counts for a pair is short: the holder, the verb that governs the target's clause, that clause, and whose
clause it is when another subject stands between.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from extract.positions.pack.words import position_words
from extract.positions.sentence.asides import without_asides
from extract.positions.sentence.background import without_background
from extract.positions.sentence.clauses import Clauses, Row, mark_between, subject_of
from extract.positions.sentence.items import unlisted
from extract.positions.sentence.tokens import Sentence, Token

_VERBS = frozenset({"SAY", "CALL", "SUP", "OPP", "NEED", "DOUBT", "PREFER", "QUAL", "ASK", "AGREE", "DISAGREE", "CLAIM", "SIGN"})
_OPEN = frozenset({"SAY", "CALL", "NEED", "PREFER"})  # verbs that govern clauses behind the next mark, too
_JUDGING = frozenset(
    {"CALL", "SUP", "OPP", "NEED", "GOOD", "BAD", "QUAL", "DOUBT", "HARD", "SUFF", "INSUF", "PREFER", "AGREE", "DISAGREE", "LACK", "NOREPL"}
)
_REPEATED = frozenset({"SAY", "CALL", "SUP", "NEED", "GOOD", "BAD", "QUAL", "HARD", "SUFF", "INSUF", "FACT", "WORRY", "THAT", "COND"})
_MARKS = frozenset({",", ":"})
_WEIGHED = frozenset({"NEED", "GOOD", "BAD", "SUFF", "INSUF", "HARD", "OPP", "SUP"})
_HEAD = 5  # tokens of a clause that say what its subject does
_BEHIND = 3  # clauses behind a target in which it may be judged
_KEPT = 256  # pairs that are remembered: what is read of one is asked for again when it is weighed how far to trust it
_AFTER = 4  # tokens behind a holder that speaks after its target


@lru_cache(maxsize=_KEPT)
def seen_from(sentence: Sentence, language: str, holder: int, target: int) -> Sentence:
    """The sentence as a pair is judged by: focused on the pair in a language that wants it, else without the other items of a list."""
    words = position_words(language)
    if words.focused:
        return focused(sentence, holder, target)
    return without_background(sentence, language, holder, target) if words.verb_last else unlisted(without_asides(sentence, language), holder, target)


def focused(sentence: Sentence, holder: int, target: int) -> Sentence:
    """The sentence with the tokens that count for a pair, by the numbers of holder and target."""
    clauses = _clauses(sentence, target)
    at_h, at_t = clauses.places["h", holder], clauses.places["t", target]
    if at_h[0] > at_t[0]:
        row = [*_path(clauses, at_t), mark_between(clauses, at_t[0], at_h[0]), *_said_after(clauses[at_h[0]], at_h[1])]
    else:
        row = _governed(clauses, at_h, at_t)
    asks = [token for token in sentence.tokens if token.name == "?"][-1:]
    whole = _once(_timeless(row + [token for token in asks if token not in row], target))
    return replace(sentence, tokens=tuple(_holding(whole, target)))


def _holding(row: Row, target: int) -> Row:
    """With a demand that only leads in a clause which judges the target itself («argued, a ban is too early») as what it is: a view."""
    at = next(i for i, token in enumerate(row) if token.name == "t" and token.index == target)
    led = next((i for i in range(at - 1, 0, -1) if row[i].name in _MARKS), 0)
    own = [token.name for token in row[led:] if token.name in _WEIGHED]
    if led and own and row[led - 1].name == "CALL" and "t" not in (token.name for token in row[:led]):
        return [*row[: led - 1], row[led - 1]._replace(name="SAY"), *row[led:]]
    return row


@lru_cache(maxsize=_KEPT)
def _clauses(sentence: Sentence, target: int) -> Clauses:
    """The same for all holders."""
    return Clauses(sentence, target)


def _once(row: Row) -> Row:
    """What is said twice in a row («pure waste of time, no use») counts once."""
    kept = [token for i, token in enumerate(row) if not (i and token.name in _REPEATED and token.name == row[i - 1].name)]
    return [token for i, token in enumerate(kept) if not (token.name in ("BAD", "HARD") and _describes(kept, i))]


def _timeless(row: Row, target: int) -> Row:
    """Without other targets that are named only for the time («before there is a definition»), and what stands right before them."""
    kept: Row = []
    for token in row:
        if token.name == ">ere" and kept[-1:] and kept[-1].name == "t" and kept[-1].index != target:
            kept.pop()
            while kept and (kept[-1].name.startswith("<") or kept[-1].name in ("NEG", "LACK", "COND")):
                kept.pop()
        else:
            kept.append(token)
    return kept


def _describes(row: Row, at: int) -> bool:
    """Whether a judgement only describes the target that is opposed («against a hasty treaty»)."""
    before = [token.name for token in row[:at] if token.name.isupper() and token.name not in ("COND", "FACT")]
    return before[-1:] == ["OPP"] and next((token.name for token in row[at + 1 :] if token.name not in ("COND", "FACT", "CALL")), "") == "t"


def _governed(clauses: Clauses, at_h: tuple[int, int], at_t: tuple[int, int]) -> Row:
    """Holder, what it does, and the target's clause with its own subject, for a holder that stands before or beside the target."""
    if at_h[0] == at_t[0]:
        return _path(clauses, at_t)
    subject = subject_of(clauses, at_t)
    if subject == at_h:
        return _path(clauses, at_t)
    path = _path(clauses, at_t)
    if any(token.name == "h" and token.index == clauses[at_h[0]][at_h[1]].index for token in path):
        return path
    head = _head(clauses[at_h[0]], at_h[1])
    return [*head, mark_between(clauses, at_h[0], at_t[0]), *path]


def _path(clauses: Clauses, at_t: tuple[int, int]) -> Row:
    """The target's clause with its subject and the verb that governs it, and what is said of the target behind."""
    own = clauses[at_t[0]]
    subject = subject_of(clauses, at_t)
    row: Row = []
    if subject is not None and subject[0] < at_t[0]:
        whole = clauses[subject[0]]
        row = [*_opening(whole, subject[1]), whole[subject[1]], *_roles(whole, subject[1])]
        verb = [] if _acts(own[: at_t[1]]) else _governing(clauses, subject, at_t[0])
        row += [*verb, mark_between(clauses, subject[0], at_t[0])] if verb or not _acts(own[: at_t[1]]) else []
    plain = [token for i, token in enumerate(own) if token.name != "BUT" or i > at_t[1]]
    return [*row, *plain, *_behind(clauses, at_t, row)]


def _acts(row: Row) -> bool:
    """Whether a clause has a verb of its own before the target."""
    return any(token.name in _VERBS for token in row)


def _opening(row: Row, at: int) -> Row:
    return [token for token in row[:at] if token.name == "COND" or token.name.startswith("<")]


def _roles(row: Row, at: int) -> Row:
    return [token for token in row[at + 1 : at + 2] if token.name.startswith(">")]


def _head(row: Row, at: int) -> Row:
    """A holder with what it does, up to its own target."""
    head = [*_opening(row, at), row[at]]
    for token in row[at + 1 : at + 1 + _HEAD]:
        if token.name in ("h", "t"):
            break
        head.append(token)
    return head


def _governing(clauses: Clauses, subject: tuple[int, int], last: int) -> Row:
    """The verb of the nearest clause before the target's whose reach goes on behind its mark, with its negation."""
    for c in range(last - 1, subject[0] - 1, -1):
        row = clauses[c][subject[1] + 1 :] if c == subject[0] else clauses[c]
        for i in range(len(row) - 1, -1, -1):
            if row[i].name in _OPEN and (row[i].name == "SAY" or not _has_own(row[i + 1 :])):
                return [*(token for token in row[:i] if token.name in ("NEG", "THAT", "COND")), row[i]]
    if any(token.name == "t" for token in clauses[subject[0]]):
        return []
    return [token for token in clauses[subject[0]][subject[1] + 1 :] if not token.name.startswith((">", "<"))][:_HEAD]


def _has_own(row: Row) -> bool:
    """Whether a verb has its target in its own clause; one named only for the time («before a treaty is in force») is none."""
    return any(token.name == "t" and [one.name for one in row[i + 1 : i + 2]] != [">ere"] for i, token in enumerate(row))


def _behind(clauses: Clauses, at_t: tuple[int, int], row: Row) -> Row:
    """The clauses behind the target's that judge it, where neither its own clause nor its governor does."""
    own, found = clauses[at_t[0]], list[Token]()
    judged = any(token.name in _JUDGING for token in [*row, *own])
    for c in range(at_t[0] + 1, min(len(clauses), at_t[0] + 1 + _BEHIND)):
        end = next((i for i, token in enumerate(clauses[c]) if token.name in ("h", "t")), len(clauses[c]))
        begun = clauses[c][:end]
        names = {token.name for token in begun}
        if _own_verb(clauses, clauses[c][: end + 1]):
            break  # «…, no need for t»: that is said of the other
        if (end < len(clauses[c]) and not names & _JUDGING) or (judged and "BUT" not in names):
            break
        found += [mark_between(clauses, at_t[0], c), *begun]
        if names & _JUDGING or end < len(clauses[c]):
            break
    return found


def _own_verb(clauses: Clauses, row: Row) -> bool:
    """Whether a clause ends in a verb and its own target."""
    plain = [token for token in row if not token.name.startswith("<")]
    return [token.name for token in plain[-2:]] in (["BAD", "t"], ["OPP", "t"]) and plain[-1].index not in clauses.silent


def _said_after(row: Row, at: int) -> Row:
    """A holder that stands behind the target, with what stands before it in its clause and what it does."""
    end = next((i for i in range(at + 1, len(row)) if row[i].name in ("h", "t")), len(row))
    return [*row[:at], *row[at : min(end + 1, at + 1 + _AFTER)]]
