"""The interface's languages say the same things: every key in each, with the same values, and a form for each plural of the language."""

from string import Formatter

import pytest
from babel import Locale

from dashboards.look import KINDS
from dashboards.sitemap import PAGES
from dashboards.words import LANGUAGES, catalogue, phrase
from dashboards.words.queries import translations
from graph.queries import load_reports
from graph.settings import CYPHER

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


@pytest.mark.parametrize("code", sorted(set(LANGUAGES) - {"en"}))
def test_reports_are_told_in_every_language(code):
    """Title, question, and name and meaning of each parameter, under the words that the header has now; and nothing that no header says."""
    reports = [*load_reports().values(), *load_reports(CYPHER / "console").values()]
    told = {words for each in reports for words in (each.title, each.question)}
    told |= {words for each in reports for parameter in each.asks for words in (parameter.name, parameter.says)}
    assert set(translations(code)) ^ told == set()
    assert all(translations(code).values())
