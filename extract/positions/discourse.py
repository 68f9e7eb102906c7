"""What a paragraph has said so far: the last holder, the last targets, the last claims, for pronouns and replies. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from extract.positions.algebra import times
from extract.positions.holders import Holder
from extract.positions.targets import Target
from graph.records import Party

Parties = tuple[tuple[Party, str | None], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim made in the paragraph: by whom, on which proposals, with which sign, in which sentence."""

    parties: Parties
    proposals: tuple[str, ...]
    sign: str
    sentence: int


@dataclass(slots=True)
class Discourse:
    """The record of a paragraph; it begins anew with each."""

    speaker: tuple[Party, str | None] | None
    author: tuple[Party, str | None] | None
    holders: Parties = ()
    person: Parties = ()  # named last
    themes: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    def parties(self, holder: Holder, words: str, before: Parties, *, quoted: bool, person: bool = False) -> Parties:
        """Whom a holder, said in these ``words``, stands for; none where the text does not let us know.

        ``before`` are those named last in its sentence; ``person`` says that the words stand for a person only.
        """
        if holder.sort == "first":
            if quoted and (before or self.holders):
                return before or self.holders
            return _as_said(self.speaker, words)
        if holder.sort == "author":
            return _as_said(self.author, words)
        if holder.sort == "third":
            return self.person if person else before or self.holders
        return holder.parties

    def targets(self, target: Target, sign: str, parties: Parties, sentence: int) -> list[tuple[tuple[str, ...], str]]:
        """The proposals a target stands for, with the sign it gives them: a view passes its own sign on, a theme does not."""
        if target.proposals:
            return [(target.proposals, sign)]
        if target.kind == "theme":
            claimed = [(one.sentence, one.proposals) for one in self.said if sentence - one.sentence <= 1]
            spoken = [theme for theme in self.themes if sentence - theme[0] <= 1]
            return [(proposals, sign) for _, proposals in (claimed or spoken)[-1:]]
        last = max((said.sentence for said in self.said if said.parties != parties), default=None)
        if last is None or sentence - last > 1:
            return []
        return [(said.proposals, times(sign, said.sign)) for said in self.said if said.sentence == last and said.parties != parties]


def _as_said(who: tuple[Party, str | None] | None, words: str) -> Parties:
    return () if who is None else ((replace(who[0], surface=words), who[1]),)
