"""What a text has said so far: the last holders of each kind, the last targets, the last claims, for pronouns and replies. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extract.positions.actors.antecedents import KINDS, another, as_named, as_said, by_name, called, latest, says
from extract.positions.actors.holders import Holder, Parties
from extract.positions.resolving.cast import Cast, Said
from extract.positions.sentence.targets import Target
from extract.positions.sign.algebra import times
from graph.records import Party

RESOLUTION = ("proposal:new-regulation",)  # what a vote on a resolution whose content is not told is on (gold/GUIDE.md)
VOTED_ON = frozenset({*RESOLUTION, "proposal:preemptive-ban", "proposal:ban-on-use", "proposal:legally-binding-instrument", "proposal:moratorium"})
_VIEWED = 2  # sentences back to a view, where the one between speaks of nothing
LAW = frozenset({"proposal:existing-ihl-sufficient"})  # that the law suffices is a view, no proposal that words point back to
_BACK = 3  # sentences to which «the demand» may point back, where nothing else was spoken of since
_ALONE = frozenset({"person", "body"})  # «he» and «the committee» are one; «it» may stand for those who act together
_FAR = 4  # actors of earlier paragraphs to which a pronoun may still point


@dataclass(slots=True)
class Discourse:
    """The record of a paragraph; it begins anew with each, its cast does not."""

    speaker: Parties
    author: Parties
    cast: Cast = field(default_factory=Cast)
    speaks: bool = False  # what the paragraph says is said by the speaker, where it says nothing else
    answers: bool = False  # the paragraph is all what the speaker answers
    asked_of: Parties = ()  # about which state the paragraph answers a question
    own: bool = False  # the sentence before was about the speaker or author
    holds: Parties = ()  # whose position the sentence before announced («X's position is simple»)
    envoy: re.Pattern[str] | None = None  # how words end that name a person who speaks for a state or body
    crowd: re.Pattern[str] | None = None  # the same of several
    labelled: bool = False  # the speaker's name stands before the paragraph
    governing: re.Pattern[str] | None = None  # words for the government at home, and those who speak for it
    governs: bool = False  # the government at home was spoken of
    by_name: bool = False  # whoever speaks of himself behind such a name is called by it
    acted: list[Parties] = field(default_factory=list)
    latest: list[Parties] = field(default_factory=list)  # those of the sentence before
    themes: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    def parties(self, holder: Holder, words: str, before: Parties, *, quoter: Parties | None = None, sort: str = "", doing: str = "") -> Parties:
        """Whom a holder, said in these ``words``, stands for; none where the text does not let us know.

        ``before`` are those named last in its sentence; ``quoter`` those whose quoted words these are (``None`` outside quotations);
        ``sort`` says for what a pronoun can stand: person, body, state, thing, many; anything where empty; ``doing`` what is
        done in a sentence that leaves its subject out: something is said, reported, judged, urged or done.
        """
        if holder.sort in ("first", "author") and quoter is None and words:
            self.cast.own = words
        if holder.sort == "first" and self._governs_home(words, quoter):
            return self.cast.home
        if holder.sort == "first":
            named = (quoter or before or self._last()) if quoter is not None else ()
            return named or self._said(self.speaker, words) or (self._own(words, sort) if quoter is None else ())
        if holder.sort == "author":
            return self._said(self.author if words else self.speaker or self.author, words)
        if holder.sort == "third":
            grouped = holder.parties if sort in ("", "many") else ()  # «the country» is one
            meant = self._at_home(sort, words, before) or self._meant(sort, before) or called(self.cast.headed, words)
            return as_named(meant or grouped or self._recorded(sort), words)
        if holder.sort == "dropped" and quoter is not None:
            return quoter or self._last()
        if holder.sort == "dropped":
            who = self._left_out(doing)
            own = who == self.speaker and (self.answers or (self.speaks and not self.labelled and who != self._last()))
            return as_said(who, self.cast.own) if own else as_named(who, self.cast.own)
        return holder.parties

    def _said(self, who: Parties, words: str) -> Parties:
        if self.by_name and self.labelled:
            return by_name(who, words)
        return as_said(who, words or ("" if self.labelled else self.cast.own))

    def _left_out(self, doing: str) -> Parties:
        """Who is meant where the subject is left out: whoever spoke last where speech is reported, else whoever speaks himself."""
        if self.holds and doing not in ("told", "urged"):
            return self.holds
        if self.speaks:
            return (self._last() if doing == "told" else ()) or self.speaker
        if self.own and doing != "told":
            return self.speaker or self.author
        if doing in ("said", "told", "done"):
            return self._last()
        return self.speaker if doing in ("judged", "urged", "") else ()

    def remember(self, parties: Parties, place: Parties = ()) -> None:
        """Notes that somebody acted, and where he belongs."""
        if place:
            self.acted.append(place)
            self.cast.acted.append(place)
        self.acted.append(parties)
        self.cast.acted.append(parties)

    def close(self) -> None:
        """Ends the paragraph; the first sentence of the next one may point back to what was spoken of last."""
        self.cast.said = [one for one in self.said if one.sentence == self.said[-1].sentence]
        self.cast.proposals = self.said[-1].proposals if self.said else self.themes[-1][1] if self.themes else self.cast.proposals

    def _meant(self, sort: str, before: Parties) -> Parties:
        here = [*self.acted, before] if before else self.acted
        if sort == "many":
            listed = () if before else latest(self.latest, lambda one: len(one) > 1)  # «the first camp is A, B and C. They …»
            return (
                listed
                or latest(here, lambda one: len(one) > 1 or one[0][0].kind == "Group" or says(self.crowd, one))
                or latest(self.cast.acted, lambda one: len(one) > 1)
            )
        kinds = KINDS.get(sort)
        if kinds is None:
            return before or self._last()
        here, before_it = ([one for one in those if one and (len(one) == 1 or sort not in _ALONE)] for those in (here, self.cast.acted[-_FAR:]))
        found = latest(here, lambda one: one[0][0].kind in kinds or (sort == "person" and says(self.envoy, one)))
        return found or latest(before_it, lambda one: one[0][0].kind in kinds)

    def _at_home(self, sort: str, words: str, before: Parties) -> Parties:
        """The state that a text is about, where it calls a government, or an office whose holder it has not named, by that word alone."""
        if self.governs and sort == "many" and not before and not latest(self.acted, lambda one: len(one) > 1 or one[0][0].kind == "Group"):
            return self.cast.home  # «The Government say …. They …»
        if not self.cast.home or self.governing is None or self.governing.fullmatch(words) is None:
            return ()
        self.governs = sort == "state"
        return () if sort == "person" and self._meant(sort, before) else self.cast.home

    def _governs_home(self, words: str, quoter: Parties | None) -> bool:
        """Whether somebody who is no state speaks of the government at home as his own («this Government supports it, said the Minister»)."""
        whose = self.speaker if quoter is None else quoter
        state = bool(whose) and whose[0][0].kind == "State"
        return bool(self.cast.home) and not state and self.governing is not None and self.governing.fullmatch(words) is not None

    def _own(self, words: str, sort: str) -> Parties:
        """Who speaks of itself where the text does not say whose it is: a body by its own noun («本会»), the state that acted last by «we»."""
        if sort == "own":
            return ((Party("NGO", None, words), None),)
        return self.acted[-1] if self.acted and self.acted[-1][0][0].kind == "State" else ()

    def _recorded(self, sort: str) -> Parties:
        """Whose words minutes report in the third person: those of the person who has the floor."""
        return self.speaker if sort == "person" and self.speaks and {party.kind for party, _ in self.speaker} == {"Person"} else ()

    def _last(self) -> Parties:
        return self.acted[-1] if self.acted else ()

    def targets(self, target: Target, sign: str, parties: Parties, sentence: int, *, vote: bool = False) -> list[tuple[tuple[str, ...], str]]:
        """The proposals a target stands for, with the sign it gives them: a view passes its own sign on, a theme does not.

        A ``vote`` whose object is left out is one on the instrument spoken of last, or on a resolution.
        """
        if target.proposals:
            return [(target.proposals, sign)]
        if vote:
            near = [proposals for number, proposals in self.themes if sentence - number <= 1 and VOTED_ON.intersection(proposals)]
            return [((near or [self.cast.voted or RESOLUTION])[-1], sign)]
        if target.kind == "theme":
            claimed = [(one.sentence, one.proposals) for one in self.said if sentence - one.sentence <= _BACK]
            spoken = [theme for theme in self.themes if sentence - theme[0] <= 1]
            before = [(-1, self.cast.proposals)] if self.cast.proposals and sentence <= 1 else []
            return [(proposals, sign) for _, proposals in (_nearest(claimed, spoken) or before)[-1:] if not LAW.issuperset(proposals)]
        last = max((said.sentence for said in self.said if another(said.parties, parties)), default=None)
        held = self.cast.said if last is None and sentence <= 1 else self.said if last is not None and sentence - last <= self._far(sentence) else []
        meant = [said for said in held if (last is None or said.sentence == last) and another(said.parties, parties)]
        if sign == "-" and any(said.sign == "+" for said in meant):
            meant = [said for said in meant if said.sign != "-"]  # who denies that the law suffices «and no rules are needed» may want none
        return [(said.proposals, times(sign, said.sign)) for said in meant]

    def _far(self, sentence: int) -> int:
        """Over how many sentences a view can be pointed back to: over one more where nothing is spoken of in the one before."""
        spoken = [number for number, _ in self.themes if number < sentence] + [one.sentence for one in self.said if one.sentence < sentence]
        return _VIEWED if max(spoken, default=sentence) == sentence - _VIEWED else 1

    def answered(
        self, answer: str, parties: Parties, sentence: int, *, before: bool, vote: bool = False, whose: Parties = ()
    ) -> list[tuple[tuple[str, ...], str]]:
        """The proposals that an answer without any is about, with its sign.

        ``before`` where it can only be about earlier sentences, ``whose`` where it names whose view it takes.
        """
        if whose:
            held = [one for one in (self.said or self.cast.said) if {p.key for p, _ in one.parties} == {p.key for p, _ in whose}]
            return [(one.proposals, one.sign if answer == "same" else times("-", one.sign)) for one in held]
        if before:
            earlier = replace(self, said=[one for one in self.said if one.sentence < sentence])
            return earlier.answered(answer, parties, sentence, before=False, vote=vote)
        if answer in ("same", "other"):
            view = Target(0, 0, 0, "view", (), ())
            return self.targets(view, "+" if answer == "same" else "-", parties, sentence)
        return self.targets(Target(0, 0, 0, "theme", (), ()), answer, parties, sentence, vote=vote)


def _nearest(claimed: list[tuple[int, tuple[str, ...]]], spoken: list[tuple[int, tuple[str, ...]]]) -> list[tuple[int, tuple[str, ...]]]:
    """What was claimed last; what was only spoken of, where the claim is older."""
    return spoken if spoken and claimed and claimed[-1][0] < spoken[-1][0] - 1 else claimed or spoken
