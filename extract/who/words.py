"""What the data say of persons: honorifics, titles, and the shapes of phrases about them. A language code in, its words out."""

from __future__ import annotations

from pydantic import Field

from extract.language import Words, section


class PeopleWords(Words):
    """Section ``people`` of a language pack."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    jobs: dict[str, str] | tuple[str, ...] = ()
    offices: dict[str, str] | tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    faculties: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    dependent: tuple[str, ...] = ()
    being: tuple[str, ...] = ()
    cases: str = ""
    transliteration: str = ""
    surnames: str = ""
    particles: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    teaching: tuple[str, ...] = ()
    columns: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    introducing: tuple[str, ...] = ()
    epithets: bool = False
    represents: tuple[str, ...] = ()
    affiliated: tuple[str, ...] = ()

    def english(self, title: str) -> str | None:
        """A job or office in English; ``None`` if it is neither."""
        for titles in (self.jobs, self.offices):
            found = next((known for known in titles if known.casefold() == title.casefold()), None)
            if found is not None:
                return titles[found] if isinstance(titles, dict) else found
        return None


def words_for(language: str) -> PeopleWords:
    """How a language names people."""
    words: PeopleWords = section(language, "people", PeopleWords)
    return words
