"""The interface's languages say the same things: every key in each, with the same values, and a form for each plural of the language."""

from string import Formatter

import pytest
from babel import Locale

from dashboards.look import KINDS
from dashboards.sitemap import PAGES
from dashboards.words import LANGUAGES, catalogue, phrase

ENGLISH = catalogue("en")


def fields(text):
    texts = text.values() if isinstance(text, dict) else [text]
    return {name for each in texts for _, name, _, _ in Formatter().parse(each) if name}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_every_text(code):
    assert set(catalogue(code)) ^ set(ENGLISH) == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_texts_take_the_same_values(code):
    assert {key: fields(text) for key, text in catalogue(code).items()} == {key: fields(text) for key, text in ENGLISH.items()}


@pytest.mark.parametrize("code", LANGUAGES)
def test_plural_forms_are_those_of_the_language(code):
    forms = set(Locale(code).plural_form.tags) | {"other"}
    assert {key: set(text) ^ forms for key, text in catalogue(code).items() if isinstance(text, dict) and set(text) != forms} == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_pages_and_kinds_have_names(code):
    assert {f"nav.{page.name}" for page in PAGES} | {f"kinds.{kind}" for kind in KINDS} <= set(catalogue(code))


@pytest.mark.parametrize(
    ("code", "number", "text"),
    [("en", 1, "1 claim"), ("en", 1210, "1,210 claims"), ("zh", 1, "1 条陈述"), ("ko", 1210, "진술 1,210건")],
)
def test_numbers_and_plurals(code, number, text):
    assert phrase(code, "nav.claims", number=number) == text


def test_values_are_not_read_as_templates():
    assert "{language}" in phrase("en", "nav.nothing_found", words="{language}")
