"""What all claims of one subject, relation and object say together: claims in, the properties of their edge out. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from sys import intern

from graph.model import Properties
from graph.records import Claim

Values = tuple[str, ...]  # different ones, in the order in which they came


@dataclass(slots=True)
class Tally:
    """What the claims of one subject, relation and object say together. There are as many as edges, so it holds only what their edge will say, and
    words that others hold, too, once."""

    claims: int = 0
    documents: Values = ()
    first: str = ""
    last: str = ""
    quantifiers: Values = ()
    roles: Values = ()
    confidence: float = -1.0  # of the best claim so far
    claim: str = ""
    quote: str = ""

    def add(self, claim: Claim, doc: str, date: str | None) -> None:
        """``doc`` is ``claim.doc``, given again so that all claims of a document hold the same text."""
        self.claims += 1
        if doc not in self.documents[-1:]:  # documents are read one after the other
            self.documents += (doc,)
        if date:
            self._reach(intern(date), date)
        self.quantifiers = _with(self.quantifiers, claim.quantifier)
        self.roles = _with(self.roles, claim.role)
        self._offer(float(claim.confidence), claim.id, claim.quote)

    def absorb(self, other: Tally) -> None:
        """Takes over what another tally of the same three has counted."""
        self.claims += other.claims
        self.documents = tuple({*self.documents, *other.documents})
        self.quantifiers = tuple({*self.quantifiers, *other.quantifiers})
        self.roles = tuple({*self.roles, *other.roles})
        if other.last:
            self._reach(other.first, other.last)
        self._offer(other.confidence, other.claim, other.quote)

    def properties(self) -> Properties:
        assert self.claims
        found: Properties = {"claims": self.claims, "documents": sorted(self.documents), "confidence": self.confidence, "quote": self.quote}
        if self.last:
            found |= {"first": self.first, "last": self.last}
        return found | {key: sorted(values) for key, values in (("quantifiers", self.quantifiers), ("roles", self.roles)) if values}

    def _reach(self, first: str, last: str) -> None:
        self.first = min(self.first, first) if self.last else first
        self.last = max(self.last, last)

    def _offer(self, confidence: float, claim: str, quote: str) -> None:
        """The surest is the best, then the longest, then the one whose id comes first."""
        if (-confidence, -len(quote), claim) < (-self.confidence, -len(self.quote), self.claim):
            self.confidence, self.claim, self.quote = confidence, claim, quote


def _with(values: Values, value: str | None) -> Values:
    return values if not value or value in values else (*values, intern(value))
