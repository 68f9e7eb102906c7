"""A sentence as the sign is decided on it: a row of holders, targets and cues, the words themselves left out. Found words in, tokens out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.positions.actors.holders import Holder
from extract.positions.actors.speaking import answered, asks, mused, speaking_up
from extract.positions.pack.lexicon import Lexicon
from extract.positions.pack.matching import Found
from extract.positions.pack.plain import CLOSING, Plain
from extract.positions.sentence.breaks import parted
from extract.positions.sentence.targets import Target

_ROLE_REACH = 20  # characters before a holder or target that may say what part it plays
_NEAR = 6  # characters of the rest of a name («具有法律约束力的文书»), where the verb does not stand last
_MARKS = dict(zip('，,;；:：“”"「」?？', ",,;;::'''''??", strict=True))
_ASKING = ("?", "？")
_CITATION = re.compile(r", ?(?:19|20)\d\d\w?[)）]")
_DOING = frozenset({"CALL", "SAY", "OPP", "SUP", "ASK", "DOUBT", "WORRY", "PREFER"})  # what a clause may begin with that leaves its subject out
_TELLING = frozenset({"FACT", "COND", "ASK"})  # what a demand does not only tell of
_IMPLIED = {"continued": "third", "author": "author"}  # what sort of holder is implied; else the speaker
_MARK = re.compile(f"[{re.escape(''.join(_MARKS))}]")


class Token(NamedTuple):
    """``name`` is a cue's class, a mark, or «h»/«t» for the holder or target number ``index``."""

    start: int
    end: int
    name: str
    index: int = -1  # type: ignore[assignment]  # no method of tuples is called on tokens


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence ``start…end`` of plain text with what was found in it. No two are equal, so that what is read in one can be remembered by it."""

    plain: Plain
    start: int
    end: int
    holders: tuple[Holder, ...]
    targets: tuple[Target, ...]
    tokens: tuple[Token, ...]
    implied: str = ""  # whose the sentence is that names no holder: the person «quoted», the «speaker», who spoke before («continued»), the «author»
    label: int = 0  # where the label ends of a line that begins with one («For: A, B»)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A sentence at ``span`` of plain text with the words that lie in it, and who may be a holder in it. No two are equal."""

    plain: Plain
    span: tuple[int, int]
    found: tuple[Found, ...]
    holders: tuple[Holder, ...]


def read_sentence(words: Lexicon, part: Part, targets: list[Target], implied: str = "") -> Sentence:
    """The sentence with its tokens; words of targets are no holders; ``implied`` is whose it is if it names no holder."""
    plain, span = part.plain, part.span
    found = answered(words, mused(words, part.found, plain, span, part.holders) if implied == "speaker" else part.found, plain, span)
    used = [stretch for target in targets if target.proposals for stretch in target.parts]
    holders = [h for h in part.holders if not any(s < h.end and h.start < e for s, e in used)]
    if targets and _is_dropped(words, plain, found, span, holders):
        holders = [Holder(span[0], span[0], "dropped", ()), *holders]
    label = max((f.end for f in found if f.name == "labels" and f.start <= span[0] + 4), default=0)
    tokens = _tokens(words, plain, found, span, holders, targets) if holders or targets else ()
    if words.words.dropped:
        if implied.isupper() and holders:  # «we propose the following. First, …»
            tokens = (*(token for token in tokens if token.name not in _TELLING), Token(span[1], span[1], implied))
        return Sentence(plain, *span, tuple(holders), tuple(targets), tokens, implied, label)
    if words.words.leaves_out and implied != "speaker" and not holders and _goes_on(tokens):
        dropped = Holder(span[0], span[0], "dropped", ())
        return Sentence(plain, *span, (dropped,), tuple(targets), (Token(span[0], span[0], "h", 0), *tokens), "", label)
    if (
        implied
        and any(t.proposals or t.kind == "theme" for t in targets)
        and not plain.text[: span[1]].rstrip(CLOSING).endswith(_ASKING)
        and _nobody_holds(tokens)
        and words.stranger.match(plain.text, *span) is None
    ):
        led = ("h", implied) if implied.isupper() else ("h", "SAY", "THAT")  # «we call on states to: …»
        tokens = (*(Token(span[0], span[0], name, len(holders) if name == "h" else -1) for name in led), *tokens)
        holders.append(Holder(span[0], span[0], _IMPLIED.get(implied, "first"), ()))
    else:
        implied = ""
    return Sentence(plain, *span, tuple(holders), tuple(targets), tokens, implied, label)


def _goes_on(tokens: Sequence[Token]) -> bool:
    """Whether a sentence without any holder begins with what is done, so that whoever acted in the one before does it («此后一直主张…»)."""
    names = [token.name for token in tokens]
    first = names.index("t") if "t" in names else 0
    doing = [name for name in names[:first] if name in _DOING]
    return bool(doing) and (names[0] in _DOING or names[0] == "FACT")


def _nobody_holds(tokens: Sequence[Token]) -> bool:
    """Whether no holder acts before the first target or spoke after it; those told what they must do («States should») hold nothing."""
    names = [token.name for token in tokens]
    first = names.index("t")
    bare = names[0] in _DOING  # «Calls on states to …» has an object, no subject
    before = [names[at + 1] != ">duty" and not (bare and names[at - 1] == "<ob") for at, name in enumerate(names[:first]) if name == "h"]
    last = names.index(";", first) if ";" in names[first:] else len(names)  # whoever speaks behind a semicolon says something else
    after = [{"SAY", ">say", "<by"} & set(names[max(0, at - 2) : at + 3]) for at, name in enumerate(names) if first < at < last and name == "h"]
    return not any(before) and not any(after)


def _is_dropped(words: Lexicon, plain: Plain, found: Iterable[Found], span: tuple[int, int], holders: Iterable[Holder]) -> bool:
    """Whether the sentence leaves out whose view it gives, in a language that may drop subjects.

    No holder has the role of a subject in it, or it reports no speech, so that its subject may be told what to do («states should»).
    """
    roles = words.words.dropped
    if not roles or asks(plain, span, found) or any(h.sort in ("first", "third", "author", "impersonal") or _is_pronoun(h) for h in holders):
        return False
    subjects = [pattern for name, pattern in words.after if name in roles]
    said = max((f.end for f in found if f.group == "cue" and f.name == "SAY"), default=-1)
    told = max((f.end for f in found if f.group == "cue" and f.name == "DUTY"), default=0) > said
    return told or (not any(s.match(plain.text, h.end, span[1]) for s in subjects for h in holders) and not speaking_up(words, plain, span, holders))


def _is_pronoun(holder: Holder) -> bool:
    return holder.sort == "group" and holder.parties[0][0].id == "group:unattributed"


def _tokens(
    words: Lexicon, plain: Plain, found: Iterable[Found], span: tuple[int, int], holders: list[Holder], targets: list[Target]
) -> tuple[Token, ...]:
    tokens = [Token(h.start, h.end, "h", i) for i, h in enumerate(holders)]
    taken = Places(span, [(h.start, h.end) for h in holders if h.sort != "impersonal"])
    tokens += [Token(h.end, h.end, "SAY") for h in holders if h.sort in ("third", "first") and words.viewing.match(plain.text, h.start) is not None]
    for index, target in enumerate(targets):
        end = next(e for s, e in target.parts if s == target.head)
        if target.end - end <= (_ROLE_REACH if words.words.verb_last else _NEAR):
            end = max(end, target.end)  # its particle stands behind the last of its words
        tokens.append(Token(target.head, end, "t", index))
        taken.add(*target.parts)
    cues = sorted((f for f in found if f.group == "cue"), key=lambda f: (f.start - f.end, f.start))
    for cue in cues:
        if taken.free(cue.start, cue.end):
            taken.add((cue.start, cue.end))
            tokens.append(Token(cue.start, cue.end, cue.name))
    spoken = Places(span, [(token.start, token.end) for token in tokens])
    tokens += [
        Token(*m.span(), _MARKS[m[0]]) for m in _MARK.finditer(plain.text, *span) if spoken.free(*m.span()) and not _is_cited(plain, m.start())
    ]
    tokens = parted(tokens, holders, _DOING)
    return tuple(sorted([*tokens, *_roles(words, plain, span, tokens, holders)], key=lambda t: (t.start, t.end)))


class Places:
    """Which characters of a stretch of text are taken."""

    def __init__(self, span: tuple[int, int], taken: Iterable[tuple[int, int]] = ()) -> None:
        self._first = span[0]
        self._taken = bytearray(span[1] - span[0])
        self.add(*taken)

    def add(self, *parts: tuple[int, int]) -> None:
        """Takes the parts, as far as they lie in the stretch."""
        for start, end in parts:
            low, high = max(0, start - self._first), min(len(self._taken), end - self._first)
            self._taken[low:high] = b"\1" * (high - low)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing of ``start…end`` is taken."""
        return self._taken.find(1, start - self._first, end - self._first) < 0


def _is_cited(plain: Plain, place: int) -> bool:
    """Whether a comma stands inside a citation («（Asaro, 2012）»)."""
    return plain.text[place] == "," and _CITATION.match(plain.text, place) is not None


def _roles(words: Lexicon, plain: Plain, span: tuple[int, int], tokens: list[Token], holders: list[Holder]) -> list[Token]:
    """What stands right before and after holders and targets and says what part they play («by», 对, 은/는)."""
    roles = []
    speaking = speaking_up(words, plain, span, holders)
    for token in [t for t in tokens if t.index >= 0 and t.end > t.start]:
        before = plain.text[max(span[0], token.start - _ROLE_REACH) : token.start]
        if words.any_before.search(before):
            name = next(name for name, pattern in words.before if pattern.search(before))
            roles.append(Token(token.start - 1, token.start, f"<{name}"))
        if words.any_after.match(plain.text, token.end, span[1]):
            name = next(name for name, pattern in words.after if pattern.match(plain.text, token.end, span[1]))
            if name == "nom" and token.name == "h" and holders[token.index] is speaking:
                name = "top"
            if name != "duty" or token.name != "h" or holders[token.index].sort != "impersonal":  # what «the view that … should» says is no duty
                roles.append(Token(token.end, token.end, f">{name}"))
    return roles
