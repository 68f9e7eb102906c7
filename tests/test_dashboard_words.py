"""The interface's languages say the same things: every key in each, with the same values, and a form for each plural of the language."""

from string import Formatter

import pytest
from babel import Locale

from dashboards.look import KINDS
from dashboards.sitemap import PAGES
from dashboards.words import LANGUAGES, catalogue, phrase, remarks
from dashboards.words.queries import translations
from graph.queries import load_reports
from graph.settings import CYPHER, ROOT

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


SAID = "\n".join(path.read_text(encoding="utf-8") for part in ("extract", "graph", "dashboards") for path in (ROOT / part).rglob("*.py"))
REMARKED = [
    ("page mark", "页码", "쪽 표시"),
    ("position unsure (~ 0.41)", "对立场没有把握（~ 0.41）", "입장이 확실하지 않음(~ 0.41)"),
    ("stance-lists: no name we know", "立场列表：没有已知的名称", "입장 목록: 알려진 이름이 없음"),
    (
        "a: b.txt: is empty; give a file with text in it",
        "a: b.txt：文件是空的；请提供有文字的文件",
        "a: b.txt: 빈 파일입니다. 글이 든 파일을 주십시오",
    ),
    ("what nobody has translated", "what nobody has translated", "what nobody has translated"),
    ("{reader}", "{reader}", "{reader}"),
]


def test_remarks_are_told_in_every_language():
    """The same English words in each language, with the same values."""
    chinese, korean = remarks.translations("zh"), remarks.translations("ko")
    assert set(chinese) ^ set(korean) == set()
    assert {english: (fields(english), fields(korean[english])) for english in chinese if fields(english) != fields(korean[english])} == {}
    assert {english: (fields(english), fields(words)) for english, words in chinese.items() if fields(english) != fields(words)} == {}


def test_what_is_translated_is_still_said():
    """Each run of words between two values stands in the program."""
    pieces = {
        text.strip() for english in remarks.translations("zh") for text, *_ in Formatter().parse(english.removesuffix(" left out")) if len(text) > 12
    }
    assert [piece for piece in sorted(pieces) if piece not in SAID and piece.partition(": ")[2] not in SAID] == []


@pytest.mark.parametrize(("english", "chinese", "korean"), REMARKED, ids=[row[0] for row in REMARKED])
def test_a_remark_is_told_with_its_values(english, chinese, korean):
    assert [remarks.translated(english, code) for code in ("en", "zh", "ko")] == [english, chinese, korean]
