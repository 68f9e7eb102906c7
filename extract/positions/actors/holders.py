"""Who may hold a position in a sentence: names, groups with their quantifier, pronouns, first person. Found words in, holders out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extract.positions.actors.affiliations import without_affiliations
from extract.positions.actors.joining import joined_with, told_by
from extract.positions.pack.lexicon import Lexicon
from extract.positions.pack.matching import Found
from extract.positions.pack.plain import Plain
from graph.records import Mention, Party

Parties = tuple[tuple[Party, str | None], ...]  # with the quantifier of a group
ACTORS = frozenset({"State", "NGO", "InternationalOrganization", "Institution", "Coalition", "Person"})
_PLACES = frozenset({"State", "Institution"})
_CITED = re.compile(r"\s?[(（][^()（）]*(?:19|20)\d\d\w?[)）]$|（[A-Z][\w .’'-]+）$")  # what is cited of an author, behind the name: «(Schmitt 2013)»
_PEOPLE = frozenset({"experts", "participants", "ngos", "companies", "critics", "supporters"})
_BESIDE = 14  # characters before a group in which it is said what part it plays
_BEFORE = 60  # characters before a holder in which it is said that it is none
_REACH = 70  # characters before a group's noun in which its quantifier stands


@dataclass(frozen=True, slots=True)
class Holder:
    """Holders that stand together («A, B and C») at ``start…end``. ``sort``: named, group, impersonal, first, third, author, implied."""

    start: int
    end: int
    sort: str
    parties: Parties  # with the quantifier of a group
    place: Parties = ()  # where a person belongs («the president of X, N»), which later words may mean


def find_holders(words: Lexicon, plain: Plain, found: Iterable[Found], span: tuple[int, int]) -> list[Holder]:
    """The holders of a sentence, ascending, those of a list united."""
    groups = list(_groups(words, plain, found, span))
    about = [g for g in groups if words.words.envoys and not plain.text.endswith(words.words.envoys, 0, g.end)]
    named = [h for h in _named(words, plain, span) if not any(g.start <= h.start and h.end < g.end for g in about)]  # «40名谷歌员工», «中国学者»
    return _united(words, plain, _apart([*named, *groups, *_others(plain, found, span)]))


def _named(words: Lexicon, plain: Plain, span: tuple[int, int]) -> Iterator[Holder]:
    start, end = span
    for mention in plain.mentions:
        if start <= mention.start and mention.end <= end and mention.kind in ACTORS and _acts(words, plain, mention, span):
            party = Party(mention.kind, mention.entity, _CITED.sub("", plain.said(mention.start, mention.end)))
            yield Holder(mention.start, mention.end, "named", ((party, None),))


def _acts(words: Lexicon, plain: Plain, mention: Mention, span: tuple[int, int]) -> bool:
    """Not where a name is only a place or part of another thing («in France», «the US market»)."""
    before = plain.text[max(span[0], mention.start - _BEFORE) : mention.start]
    placed = words.told.search(before) is not None or (
        words.not_before.search(before) is not None and words.seen_by.match(plain.text, mention.end, span[1]) is None
    )
    return not placed and words.not_after.match(plain.text, mention.end, span[1]) is None


def _groups(words: Lexicon, plain: Plain, found: Iterable[Found], span: tuple[int, int]) -> Iterator[Holder]:
    for noun in found:
        if noun.group != "noun" or any(m.start <= noun.start and noun.end <= m.end for m in plain.mentions):
            continue
        before = plain.text[max(span[0], noun.start - _REACH) : noun.start]
        if _tells_of_another(words, plain, noun, before):
            continue
        quantifier, start = None, noun.start
        for name, pattern in words.quantified if words.any_quantified.search(before) else ():
            match = pattern.search(before)
            if match is not None and noun.start - len(match[0]) < start:
                quantifier, start = name, noun.start - len(match[0])
        own = [m for m in plain.mentions if m.end == noun.start or (m.kind == "Person" and plain.text[m.end : noun.start] == " ")]
        people = noun.name in _PEOPLE and words.words.envoys and not plain.text.endswith(words.words.envoys, 0, noun.end)
        if quantifier is None and people and own and own[0].kind in _PLACES:
            start = own[0].start  # «中国学者»: scholars, not the state; «谷歌员工»: staff, not the firm
        elif quantifier is None and (words.not_group.search(before) or own):
            continue  # «the delegation» right after the name it belongs to
        start += len(plain.text[start : noun.end]) - len(plain.text[start : noun.end].lstrip())
        before = plain.text[max(span[0], start - _BEFORE) : start]
        if words.not_before.search(before) or words.told.search(before):
            continue
        if quantifier is not None or (noun.name in words.words.bare and _is_subject(words, plain, noun, span)):
            group = Party("Group", f"group:{noun.name}", plain.said(start, noun.end))
            yield Holder(start, noun.end, "group", ((group, quantifier or "unspecified"),))


def _tells_of_another(words: Lexicon, plain: Plain, noun: Found, before: str) -> bool:
    """Whether a group only says what somebody is («X is a supporter of …», «X is a scholar who …»): X holds it."""
    sides = noun.name in words.words.siding and words.side_of.match(plain.text, noun.end) is not None
    return words.copula.match(plain.text, noun.end) is not None or (sides and words.predicate.search(before) is not None)


def _is_subject(words: Lexicon, plain: Plain, noun: Found, span: tuple[int, int]) -> bool:
    """Whether a group without a quantifier has the particle or verb beside it that its language asks for."""
    roles = words.words.bare_roles
    after = (pattern.match(plain.text, noun.end, span[1]) for name, pattern in words.after if name in roles)
    before = (pattern.search(plain.text[max(span[0], noun.start - _BESIDE) : noun.start]) for name, pattern in words.before if name in roles)
    return not roles or any(after) or any(before)


def _others(plain: Plain, found: Iterable[Found], span: tuple[int, int]) -> Iterator[Holder]:
    for one in found:
        if one.group == "unnamed":  # «our trade association», «my flatmate»: somebody else than who speaks
            yield Holder(one.start, one.end, "named", ((Party(one.name, None, plain.said(one.start, one.end)), None),))
        if one.name == "implied" and one.group == "mark" and sum(map(str.isalpha, plain.text[span[0] : one.start])) <= 1:
            yield Holder(one.start, one.start, "first", ())  # «(a) Calls for …»
        if one.group in ("pronoun", "impersonal"):
            sort = "group" if one.group == "pronoun" else "impersonal"
            yield Holder(one.start, one.end, sort, ((Party("Group", "group:unattributed", None), one.name),))
        elif one.group == "mark" and one.name in ("first", "third", "author"):
            yield Holder(one.start, one.end, one.name, ())


def _apart(holders: list[Holder]) -> list[Holder]:
    """The longest of those that overlap, ascending; a name goes before all."""
    kept: list[Holder] = []
    for holder in sorted(holders, key=lambda h: (h.sort != "named", h.start - h.end, h.start)):
        if all(holder.end <= other.start or other.end <= holder.start for other in kept):
            kept.append(holder)
        elif holder.sort == "third" and (
            same := next((o for o in kept if o.start == holder.start and holder.end - o.end <= 1 and o.sort == "group"), None)
        ):
            kept[kept.index(same)] = replace(holder, parties=same.parties)  # «the three governments»: those named before, else a group
    return sorted(kept, key=lambda h: h.start)


def _united(words: Lexicon, plain: Plain, holders: list[Holder]) -> list[Holder]:
    united: list[Holder] = []
    for holder in without_affiliations(words, plain, holders):
        last = united[-1] if united else None
        joined = joined_with(words, plain, last, holder) if last is not None and last.parties and holder.parties and holder.sort != "third" else None
        if joined is not None:
            united[-1] = joined
        else:
            united.append(holder)
    told = [h for h, after in zip(united, (*united[1:], None), strict=False) if not told_by(words, plain, h, after)]
    told = [h for at, h in enumerate(told) if not (h.sort == "impersonal" and _agree(words, plain, h, told[:at]))]
    told = _accompanied(words, plain, told)
    wide = [replace(h, end=h.end + len(m[0])) if h.parties and (m := words.list_end.match(plain.text, h.end)) else h for h in told]
    return [h for at, h in enumerate(wide) if not (at and h.start < wide[at - 1].end)]  # the title behind a name is no pronoun


def _agree(words: Lexicon, plain: Plain, holder: Holder, before: list[Holder]) -> bool:
    """Whether an impersonal phrase is but what a subject before it does («the states agreed on …»)."""
    topics = [pattern for name, pattern in words.after if name == "top"]
    doing = words.agreeing.search(plain.text, holder.start, holder.end) is not None
    return doing and any(topic.match(plain.text, h.end) for h in before for topic in topics)


def _accompanied(words: Lexicon, plain: Plain, holders: list[Holder]) -> list[Holder]:
    """Those with whom a subject acts («A, together with B, proposed …») as a part of it."""
    kept: list[Holder] = []
    topics = [pattern for name, pattern in words.after if name == "top"]
    for holder in holders:
        at = next((i for i in range(len(kept) - 1, -1, -1) if any(t.match(plain.text, kept[i].end) for t in topics)), None)
        beside = holder.sort == "named" and words.companion.match(plain.text, holder.end) is not None
        if beside and at is not None and kept[at].sort == "named":
            kept[at] = replace(kept[at], parties=(*kept[at].parties, *holder.parties))
        else:
            kept.append(holder)
    return kept
