"""What all claims of one subject, relation and object say together: claims in, the properties of their edge out. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import Properties
from graph.records import Claim


@dataclass(slots=True)
class Tally:
    """What the claims of one subject, relation and object say together."""

    claims: int = 0
    documents: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    quantifiers: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    best: tuple[float, int, str, str] | None = None  # the least is the best: confidence and length negated, id, quote

    def add(self, claim: Claim, date: str | None) -> None:
        self.claims += 1
        self.documents.add(claim.doc)
        for values, value in ((self.dates, date), (self.quantifiers, claim.quantifier), (self.roles, claim.role)):
            if value:
                values.add(value)
        self._offer((-float(claim.confidence), -len(claim.quote), claim.id, claim.quote))

    def absorb(self, other: Tally) -> None:
        """Takes over what another tally of the same three has counted."""
        self.claims += other.claims
        for name in ("documents", "dates", "quantifiers", "roles"):
            getattr(self, name).update(getattr(other, name))
        if other.best is not None:
            self._offer(other.best)

    def properties(self) -> Properties:
        assert self.best is not None
        found: Properties = {"claims": self.claims, "documents": sorted(self.documents), "confidence": -self.best[0], "quote": self.best[3]}
        if self.dates:
            found |= {"first": min(self.dates), "last": max(self.dates)}
        return found | {key: sorted(values) for key, values in (("quantifiers", self.quantifiers), ("roles", self.roles)) if values}

    def _offer(self, quote: tuple[float, int, str, str]) -> None:
        self.best = quote if self.best is None else min(self.best, quote)
