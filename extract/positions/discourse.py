"""What a paragraph has said so far: the last holder, the last targets, the last claims, for pronouns and replies. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

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

    speaker: Party | None
    author: Party | None
    holders: Parties = ()
    themes: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    def parties(self, holder: Holder, *, quoted: bool) -> Parties:
        """Whom a holder stands for; none where the text does not let us know."""
        if holder.sort == "first":
            if quoted and self.holders:
                return self.holders
            return ((self.speaker, None),) if self.speaker is not None else ()
        if holder.sort == "author":
            return ((self.author, None),) if self.author is not None else ()
        if holder.sort == "third":
            return self.holders
        return holder.parties

    def targets(self, target: Target, sign: str, parties: Parties, sentence: int) -> list[tuple[tuple[str, ...], str]]:
        """The proposals a target stands for, with the sign it gives them: a view passes its own sign on, a theme does not."""
        if target.proposals:
            return [(target.proposals, sign)]
        if target.kind == "theme":
            last = max((number for number, _ in self.themes), default=None)
            return [(proposals, sign) for number, proposals in self.themes[-1:] if number == last and sentence - number <= 1]
        last = max((said.sentence for said in self.said if said.parties != parties), default=None)
        if last is None or sentence - last > 1:
            return []
        return [(said.proposals, times(sign, said.sign)) for said in self.said if said.sentence == last and said.parties != parties]

