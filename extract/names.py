"""Names: everything the data files know by name. data/names/*.yaml in; entities by id, by a whole surface, and by where they stand out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

from extract.naming.files import read_documents, read_organisations, read_people
from extract.naming.forms import forms, is_wide, key
from extract.naming.match import Form, Matcher
from extract.naming.states import NAMES, read_states, read_territories
from graph.errors import DataError
from graph.records import Entity

_EDGES = " \t\n\r.,;:*_\"'。、；：·•|-"
_GLOSS = re.compile(r"^(?P<name>.+?)\s*\((?P<gloss>[^()]+)\)$", re.DOTALL)
_COMMON = "en"  # names in English stand in texts of any language


class Names:
    """The entities of the data files, and who is meant by which words.

    Raises:
        DataError: an id stands twice, or a strong name of one language belongs to two entities.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = tuple(entities)
        self._by_id: dict[str, Entity] = {}
        for entity in self.entities:
            if self._by_id.setdefault(entity.id, entity) is not entity:
                raise DataError(f"data/names: {entity.id} stands twice; make it one entry")
        languages = sorted({code for entity in self.entities for code in (*entity.names, *entity.weak)})
        self._forms = {language: _forms_in(language, self.entities) for language in languages}
        self._keys = {language: _by_key(found) for language, found in self._forms.items()}
        self._matchers: dict[str, Matcher] = {}

    def entity(self, entity_id: str) -> Entity | None:
        """The entity with an id, if the data files have it."""
        return self._by_id.get(entity_id)

    def identify(self, surface: str, language: str, kinds: Collection[str] | None = None) -> Entity | None:
        """Whom a whole list item or table cell names, blanks, marks, articles and a gloss in brackets aside.

        Args:
            language: the language of the text; English names count in any.
            kinds: what it may be; ``None`` is anything.
        """
        plain = key(surface).strip(_EDGES)
        found = self._known(plain, language, kinds)
        if found is not None or (gloss := _GLOSS.match(plain)) is None:
            return found
        named = self._known(gloss["name"], language, kinds)
        inside = self._known(gloss["gloss"], language, kinds)
        if inside is not None and inside.kind in ("State", "Territory", "Person") and (named is None or named.id != inside.id):
            return None  # «Peace Initiative (Canada)»: a place beside a name, not the name of the place
        return named or inside

    def cited(self, surname: str, language: str) -> Entity | None:
        """The one known person of this surname, for a place where a surname suffices (a cited work)."""
        bearers = {form.entity.id: form.entity for form in self._keys.get(language, {}).get(key(surname), ()) if form.entity.kind == "Person"}
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def matcher(self, language: str) -> Matcher:
        """Finds the names that count in texts of a language; made when first asked for."""
        if language not in self._matchers:
            self._matchers[language] = Matcher(self._valid(language), language)
        return self._matchers[language]

    def _valid(self, language: str) -> list[Form]:
        common = self._forms.get(_COMMON, [])
        return [*self._forms.get(language, []), *common] if language != _COMMON else common

    def _known(self, plain: str, language: str, kinds: Collection[str] | None) -> Entity | None:
        bare = plain.removeprefix("the ")
        codes = (language, _COMMON) if language != _COMMON else (_COMMON,)
        for written in dict.fromkeys((plain, bare, plain.replace(" ", "") if is_wide(plain) else plain)):
            for code in codes:
                if not (forms_here := self._keys.get(code, {}).get(written)):
                    continue
                named = [form for form in forms_here if kinds is None or form.entity.kind in kinds]
                strong = {form.entity.id: form.entity for form in named if not form.weak}
                weak = {form.entity.id: form.entity for form in named if form.weak and form.entity.kind != "Person"}
                if len(found := strong or weak) == 1:
                    return next(iter(found.values()))
        return None


@cache
def load_names(folder: Path = NAMES) -> Names:
    """The names of the data files, read once.

    Raises:
        DataError: a file breaks its shape, or two entities share an id or a strong name.
    """
    sources = (read_states, read_territories, read_organisations, read_people, read_documents)
    return Names(entity for read in sources for entity in read(folder))


def _forms_in(language: str, entities: Iterable[Entity]) -> list[Form]:
    found: list[Form] = []
    owners: dict[str, Entity] = {}
    for entity in entities:
        for form in (form for name in entity.names.get(language, ()) for form in forms(name)):
            if (owner := owners.setdefault(form, entity)) is not entity:
                raise DataError(f"data/names: «{form}» ({language}) names both {owner.id} and {entity.id}; take it from one, or make it weak in both")
            found.append(Form(form, entity))
        found.extend(Form(form, entity, weak=True) for name in entity.weak.get(language, ()) for form in forms(name, capitals=False))
    return found


def _by_key(found: Iterable[Form]) -> dict[str, list[Form]]:
    keys: dict[str, list[Form]] = {}
    for form in found:
        keys.setdefault(key(form.text).strip(_EDGES), []).append(form)
    return keys
