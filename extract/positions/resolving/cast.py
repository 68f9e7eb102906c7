"""What is remembered of a document from paragraph to paragraph: who acted, was quoted, leads a list in, and what was said. Data alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.positions.actors.holders import Parties


@dataclass(frozen=True, slots=True)
class Said:
    """A claim made in the paragraph: by whom, on which proposals, with which sign, in which sentence."""

    parties: Parties
    proposals: tuple[str, ...]
    sign: str
    sentence: int


@dataclass(slots=True)
class Cast:
    """Who has acted in the document so far, the last one last; and whose words were quoted last."""

    acted: list[Parties] = field(default_factory=list)
    headed: Parties = ()  # a body that the lines at the top name
    quoted: Parties = ()
    proposals: tuple[str, ...] = ()  # spoken of last in the paragraph before
    said: list[Said] = field(default_factory=list)  # the last claims of the paragraph before
    asked: tuple[str, ...] = ()  # those of the question that the passage before was
    doubting: bool = False  # that question asked whether somebody is against them
    leads: dict[int, tuple[Parties, str]] = field(default_factory=dict)  # by the ordinal of a passage: who leads its list in, and the cue
    voted: tuple[str, ...] = ()  # what was voted on last
    own: str = ""  # the word that the speaker or author last used for himself
    home: Parties = ()  # the state that the text is about
    speaker: Parties = ()  # whose word that is
    counting: bool = False  # the passage before was one of several that begin with ordinals, in which the speaker or author speaks
