"""What the evaluation gives out: tables, the page of errors, docs/quality.md, the history, and the command with good and bad input."""

import html
import json
import re
import sys
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rapporteur
from extract.evaluation import history, quality
from extract.evaluation.baseline import co_occurrences, sentences
from extract.evaluation.inputs import System, read_gold, system_of_file, system_of_workspace
from extract.evaluation.judgement import judge
from extract.evaluation.news import bad_news, good_news
from extract.evaluation.page import as_page, marked, quote_span
from extract.evaluation.views import VIEWS, error_table
from graph.errors import DataError, InputError
from graph.jsonl import claim_row
from graph.records import Passage
from graph.settings import ROOT
from graph.workspace import Workspace
from tests.builders import BAN, claim, document, extraction, passage_of

READ = document("000_ab")
FOUND = (
    claim("SUPPORTS_BAN", "state:CHL", BAN, "Chile wants it banned", of=READ, method="stance-lists:markup", confidence=0.95, quantifier="some"),
    claim("OPPOSES_BAN", "state:EGY", BAN, "<script>alert(1)</script>", of=READ, loc="¶2", ordinal=1, method="positions", confidence=0.6),
    claim("CITES", "doc:000", "doc:a", "paper A", of=READ, loc="note 1", ordinal=2),
)


def gold_rows():
    wanted = [
        claim("SUPPORTS_BAN", "state:CHL", BAN, "Chile wants it banned", of=READ, quantifier="some"),
        claim("SUPPORTS_BAN", "state:GBR", BAN, "<script>alert(1)</script>", of=READ, loc="¶2"),
        claim("CITES", "doc:000", "doc:a", "paper A", of=READ, loc="note 1"),
    ]
    return [claim_row(each) | {"doc": "000"} for each in wanted]


def write(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def judgement():
    passages = tuple(map(passage_of, FOUND))
    return judge(gold_rows(), System(tuple(map(claim_row, FOUND)), {"000": "en"}, {"000": passages}))


@pytest.fixture
def workspace(tmp_path):
    place = Workspace(tmp_path / "workspace")
    with place.writing() as writer:
        writer.keep(extraction(*FOUND, of=READ), b"words")
    return place


# ── tables ──


def columns(table, *names):
    return [tuple(row[table.columns.index(name)] for name in names) for row in table.rows]


def test_by_relation(judgement):
    found = columns(VIEWS["relation"](judgement), "relation", "gold", "found", "right", "precision", "recall", "F1", "F1 95 %", "agreement")
    assert found[0] == ("POSITION", 2, 2, 1, 0.5, 0.5, 0.5, "0.00–1.00", "quantifier 1.00, modality 1.00")
    assert [row[:4] for row in found[1:]] == [("CITES", 1, 1, 1), ("all", 3, 3, 2)]


def test_by_language_and_document(judgement):
    assert columns(VIEWS["language"](judgement), "language", "relation", "right") == [("en", "POSITION", 1), ("en", "CITES", 1)]
    assert columns(VIEWS["document"](judgement), "document", "relation", "right") == [("000", "POSITION", 1), ("000", "CITES", 1)]


def test_by_method(judgement):
    assert columns(VIEWS["method"](judgement), "relation", "method", "found", "precision", "share of right claims", "mean confidence") == [
        ("POSITION", "positions", 1, 0.0, 0.0, 0.6),
        ("POSITION", "stance-lists", 1, 1.0, 1.0, 0.95),
        ("CITES", "test", 1, 1.0, 1.0, 0.9),
    ]


def test_by_confidence(judgement):
    assert VIEWS["confidence"](judgement).rows == (("0.6–0.7", 1, 0.6, 0.0), ("0.9–0.95", 1, 0.9, 1.0), ("0.95–1", 1, 0.95, 1.0))


def test_what_cannot_be_counted_is_left_empty():
    table = VIEWS["relation"](judge([{"doc": "000", "relation": "NONE"}], System((), {})))
    assert columns(table, "gold", "found", "precision", "recall", "F1", "F1 95 %", "mean F1", "baseline F1")[0] == (0, 0, *[None] * 6)


def test_kinds_with_nothing_to_count_are_left_out_but_for_positions():
    gold = [{"doc": "000", "relation": "NONE"}, gold_rows()[2] | {"optional": True}]
    assert columns(VIEWS["document"](judge(gold, System((), {}))), "relation") == [("POSITION",)]


def test_every_error_is_listed(judgement):
    table = error_table(judgement)
    assert columns(table, "error", "document", "place", "relation", "subject", "method") == [
        ("missed", "000", "¶2", "SUPPORTS_BAN", "state:GBR", None),
        ("invented", "000", "¶2", "OPPOSES_BAN", "state:EGY", "positions"),
    ]


# ── the baseline ──


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "Chile supports a moratorium.", {("state:CHL", "SUPPORTS", "proposal:moratorium")}),
        ("en", "Chile and Egypt object to a preemptive ban.", {("state:CHL", "OPPOSES_BAN", BAN), ("state:EGY", "OPPOSES_BAN", BAN)}),
        ("en", "Chile has the objective of a moratorium.", set()),
        ("en", "Chile spoke. A moratorium was supported.", set()),
        ("en", "Some delegations favour a moratorium", {("group:delegations", "SUPPORTS", "proposal:moratorium")}),
        ("en", "Chile does not support a moratorium.", {("state:CHL", "SUPPORTS", "proposal:moratorium")}),  # it knows no negation
        ("en", "Chile, which objected to delay, then supported a moratorium.", {("state:CHL", "SUPPORTS", "proposal:moratorium")}),
        ("en", "Chile supports aid.", set()),  # and no AI
        ("zh", "智利支持暂停。", {("state:CHL", "SUPPORTS", "proposal:moratorium")}),
        ("zh", "智利发言。反对暂停。", set()),
        ("ko", "칠레는 모라토리엄에 반대한다.", {("state:CHL", "OPPOSES", "proposal:moratorium")}),
        ("fr", "", set()),
    ],
)
def test_co_occurrences(language, text, claims):
    rows = list(co_occurrences({"a": [Passage("a", "¶1", 0, text, language)]}))
    assert {(row["subject"]["id"], row["relation"], row["object"]["id"]) for row in rows} == claims
    assert all(row["quote"] in text and row["loc"] == "¶1" for row in rows)


def test_a_co_occurrence_counts_once_a_passage():
    text = "Chile supports a moratorium. Once more: Chile supports the moratorium."
    assert len(list(co_occurrences({"a": [Passage("a", "¶1", 0, text, "en")]}))) == 1


@given(st.text(alphabet="ab .。\n!1", max_size=40))
def test_sentences_cover_the_text(text):
    assert "".join(text[start:end] for start, end in sentences(text)) == text


# ── the page ──


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.links, self.anchors = set(), [], set()

    def handle_starttag(self, tag, attributes):
        given_ones = dict(attributes)
        self.found.add(tag)
        self.anchors.add(given_ones.get("id"))
        self.links += [given_ones[name] for name in ("href", "src", "action", "data", "srcset") if name in given_ones]


def test_the_page_runs_nothing_and_needs_no_internet(judgement):
    page = as_page(judgement)
    tags = Tags()
    tags.feed(page)
    assert not tags.found & {"script", "link", "img", "iframe", "object", "embed", "form"}
    assert "url(" not in page
    assert "@import" not in page
    assert tags.links
    assert all(link.startswith("#") and link[1:] in tags.anchors for link in tags.links)
    assert "<script>" not in page
    assert '<mark class="invented missed">&lt;script&gt;alert(1)&lt;/script&gt;</mark>' in page


def test_the_page_names_place_and_claim(judgement):
    page = as_page(judgement)
    assert "<h3>¶2</h3>" in page
    assert "<b>state:GBR SUPPORTS_BAN proposal:preemptive-ban</b>" in page
    assert '<blockquote lang="en">' in page
    assert "note 1" not in page  # nothing is wrong there


def test_every_word_of_the_page_is_escaped():
    row = gold_rows()[0] | {"subject": {"kind": "Person", "id": None, "surface": "<i>"}, "quote": "<u>", "loc": "<s>", "topic": "<b>"}
    page = as_page(judge([row], System((), {})))
    assert "&lt;i&gt; SUPPORTS_BAN" in page
    assert not re.search("<i>|<u>|<s>|topic <b>", page)


def test_the_passage_that_holds_the_quote_is_shown():
    passages = tuple(Passage("000", f"Ⅱ ¶{number}", number, text, "en") for number, text in enumerate(("first words", "second words"), 1))
    judged = judge([gold_rows()[0] | {"loc": "Ⅱ", "quote": "second"}], System((), {}, {"000": passages}))
    assert judged.passage_of("000", {"loc": "Ⅱ", "quote": "second"}) == passages[1]
    assert judged.passage_of("000", {"loc": "Ⅱ", "quote": "elsewhere"}) == passages[0]
    assert judged.passage_of("000", {"loc": "Ⅲ", "quote": "second"}) is None


def test_without_texts_the_page_has_the_quotes():
    page = as_page(judge(gold_rows(), System((), {})))
    assert "<blockquote" not in page
    assert "<q>Chile wants it banned</q>" in page


words = st.text(alphabet="ab<&\"' 智", max_size=20)


@given(words, st.lists(st.tuples(st.tuples(st.integers(0, 20), st.integers(0, 20)), st.sampled_from(["missed", "invented"])), max_size=4))
def test_marking_keeps_the_words(text, spans):
    inside = [((min(span), max(span)), name) for span, name in spans if max(span) <= len(text)]
    assert html.unescape(re.sub(r"</?mark[^>]*>", "", marked(text, inside))) == text


@pytest.mark.parametrize(
    ("text", "quote", "span"),
    [("one two", "two", (4, 7)), ("one t\nwo", "two", (4, 8)), ("a (b)", "(b)", (2, 5)), ("one", "", None), ("one", "two", None)],
)
def test_quotes_are_found_across_wraps(text, quote, span):
    assert quote_span(text, quote) == span


# ── docs/quality.md and its history ──

SCORES = (history.FirstScore("2026-01-02", "1", "en", 0.5, 0.5, 0.5), history.FirstScore("2026-02-03", "2", "en", 1.0, 0.5, 0.7))


def test_the_quality_page_is_as_the_generator_makes_it(judgement):
    written = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    sets = re.findall(r"^## The set \*(.+)\*$", written, re.MULTILINE)
    assert len(sets) >= 2
    assert quality.structure(written) == quality.structure(quality.quality_page(dict.fromkeys(sets, judgement), SCORES))


def test_the_quality_page_tells_good_and_bad(judgement):
    page = quality.quality_page({"gold": judgement}, SCORES)
    assert "- gold, CITES: F1 1.00 (1.00–1.00)\n" in page
    assert "- gold, POSITION: F1 0.50 (0.00–1.00); 1 of 2 missed, 1 invented\n" in page
    assert "- gold, CITES: F1 1.00 (1.00–1.00);" not in page
    assert "| 2026-02-03 | 2 | en | 1.0 | 0.5 | 0.7 |" in page
    assert "| en | 0.75 | 0.5 | 0.6 |" in page


def test_structure_is_headings_and_heads_of_tables():
    assert quality.structure("# a\n\ntext\n| x | y |\n| --- | --- |\n| 1 | 2 |\n") == ["# a", "| x | y |"]


def test_bad_news_of_inventions_and_too_much_confidence():
    wrong = [claim_row(each) for each in (claim("SUPPORTS", "state:CHL", "proposal:moratorium", f"w{n}", confidence=0.97) for n in range(12))]
    lines = list(bad_news({"dev": judge([{"doc": "000", "relation": "NONE"}], System(tuple(wrong), {"000": "zh"}))}))
    assert lines == [
        "dev, positions in zh: precision 0.00, recall 0.00, F1 0.00",
        "dev, 000: 12 positions invented in a text that holds none",
        "dev, confidence 0.95–1: 12 claims are 0.97 sure on the mean and 0.00 right",
    ]
    assert list(good_news({})) == []


def test_good_news_of_beating_the_baseline():
    text = "Chile, as it has long done, does not support a moratorium."
    gold = [claim_row(claim("OPPOSES", "state:CHL", "proposal:moratorium", text))]
    judged = judge(gold, System(tuple(gold), {"000": "en"}, {"000": (Passage("000", "¶1", 0, text, "en"),)}))
    assert "x, POSITION: surely better than the baseline, F1 1.00 (1.00–1.00) against 0.00" in list(good_news({"x": judged}))


def test_bad_news_of_a_baseline_that_is_as_good():
    text = "Chile supports a moratorium."
    gold = [claim_row(claim("SUPPORTS", "state:CHL", "proposal:moratorium", text))]
    judged = judge(gold, System((), {"000": "en"}, {"000": (Passage("000", "¶1", 0, text, "en"),)}))
    assert "x, POSITION: no better than the baseline (F1 1.00)" in list(bad_news({"x": judged}))


def test_history_comes_back_as_written(tmp_path):
    path = tmp_path / "history.csv"
    assert history.read_history(path) == ()
    history.write_history(path, SCORES)
    assert history.read_history(path) == SCORES
    assert path.read_text(encoding="utf-8").startswith("date,round,language,precision,recall,F1\n")


def test_first_scores_are_never_written_over(judgement):
    scores = list(history.first_scores(judgement, "3", "2026-03-04"))
    assert scores == [history.FirstScore("2026-03-04", "3", "en", 0.5, 0.5, 0.5)]
    assert history.added(SCORES, scores) == (*SCORES, *scores)
    with pytest.raises(DataError, match="round 2 already has its first scores in en"):
        history.added(SCORES, SCORES[1:])


def test_only_the_last_rounds_are_believed():
    older = history.FirstScore("2025-01-01", "0", "en", 0.0, 0.0, 0.0)
    assert history.believed((older, *SCORES)) == {"en": (0.75, 0.5, pytest.approx(0.6))}


@pytest.mark.parametrize(
    ("text", "message"),
    [("round,date\n", "line 1: the columns are"), ("date,round,language,precision,recall,F1\nsoon,1,en,1,1,1\n", "line 2: is no")],
)
def test_a_damaged_history(tmp_path, text, message):
    path = tmp_path / "history.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        history.read_history(path)


def test_the_projects_history_can_be_read():
    assert all(0 <= value <= 1 for each in history.read_history() for value in (each.precision, each.recall, each.f1))


# ── input ──


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "line 1: not JSON"),
        ("[]", "line 1: not a JSON object"),
        ("", "no claims in it"),
        ('{"relation": "NONE"}', "claim 1: has no doc"),
        ('{"doc": "a", "relation": "CITES"}', "claim 1: has no loc"),
        ('{"doc": "a", "loc": "¶1", "relation": "CITED"}', "claim 1: there is no relation CITED"),
        ('{"doc": "a", "loc": "¶1", "relation": "CITES", "subject": {"kind": "Document", "id": "doc:a"}}', "claim 1: its object has no kind"),
    ],
)
def test_bad_gold(tmp_path, text, message):
    path = tmp_path / "gold.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        read_gold([path])


def test_claims_of_other_documents(tmp_path):
    path = write(tmp_path / "claims.jsonl", [claim_row(claim("SUPPORTS", "state:CHL", BAN, of=document("999")))])
    with pytest.raises(DataError, match="no claim is of a document the gold names"):
        system_of_file(path, gold_rows())
    with pytest.raises(InputError, match=r"absent\.jsonl: cannot be read"):
        system_of_file(tmp_path / "absent.jsonl", gold_rows())


def test_documents_that_were_not_read(workspace):
    with pytest.raises(DataError, match=r"holds no document 001, 002, 003, 004 and 2 more that the gold names"):
        system_of_workspace(workspace, [*gold_rows(), *({"doc": f"00{n}", "relation": "NONE"} for n in range(1, 7))])


def test_the_language_of_a_document_is_its_first_or_that_of_its_passages(tmp_path):
    place = Workspace(tmp_path / "w")
    with place.writing() as writer:
        for name, languages in (("said", ("zh", "en")), ("unsaid", ())):
            read = document(name, languages=languages)
            writer.keep(extraction(claim("CITES", "doc:a", "doc:b", of=read, language="ko"), of=read), b"words")
    gold = [{"doc": name, "relation": "NONE"} for name in ("said", "unsaid")]
    assert system_of_workspace(place, gold).languages == {"said": "zh", "unsaid": "ko"}


def test_the_language_of_a_file_of_claims_is_that_of_its_claims_or_of_the_gold(tmp_path):
    rows = [claim_row(each) | {"language": "ko"} for each in FOUND]
    assert system_of_file(write(tmp_path / "a.jsonl", rows), gold_rows()).languages == {"000": "ko"}
    chinese = [{**gold_rows()[0], "quote": "智利赞成禁止这种武器"}]
    assert system_of_file(write(tmp_path / "b.jsonl", []), chinese).languages == {"000": "zh"}


# ── the command ──


@pytest.fixture
def evaluate(monkeypatch, capsys, tmp_path, workspace):
    monkeypatch.chdir(tmp_path)
    gold = write(tmp_path / "gold.jsonl", gold_rows())

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["rapporteur", "evaluate", *(arguments or [str(gold)]), "--workspace", str(workspace.folder)])
        with pytest.raises(SystemExit) as ended:
            rapporteur.main()
        out, err = capsys.readouterr()
        return ended.value.code or 0, out, err

    return run


def test_figures_of_a_workspace(evaluate):
    code, out, err = evaluate("gold.jsonl", "--format", "json")
    assert (code, err) == (0, "")
    assert {row["relation"]: row["F1"] for row in json.loads(out)} == {"POSITION": 0.5, "CITES": 1.0, "all": pytest.approx(0.667)}


@pytest.mark.parametrize("view", list(VIEWS))
def test_every_view_can_be_asked_for(evaluate, view):
    code, out, _ = evaluate("gold.jsonl", "--by", view, "--format", "csv")
    assert code == 0
    assert out.splitlines()[0].startswith({"method": "relation,method", "confidence": "confidence,claims"}.get(view, view))


def test_a_page_and_errors_of_a_file_of_claims(evaluate, tmp_path):
    write(tmp_path / "claims.jsonl", map(claim_row, FOUND))
    code, out, _ = evaluate("gold.jsonl", "--claims", "claims.jsonl", "--errors", "--format", "csv", "--page", "errors.html")
    assert code == 0
    assert [line.split(",")[0] for line in out.splitlines()] == ["error", "missed", "invented"]
    assert (tmp_path / "errors.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["absent.jsonl"], "absent.jsonl: no gold claims here"),
        (["."], "no document 1 that the gold names"),
        (["gold.jsonl", "--claims", "absent"], "absent: cannot be read"),
        (["gold.jsonl", "--page", "no/such/folder.html"], "cannot be written"),
    ],
)
def test_bad_input_is_one_line(evaluate, tmp_path, arguments, message):
    if arguments == ["."]:
        write(tmp_path / "more.jsonl", [{"doc": "1", "relation": "NONE"}])
    code, out, err = evaluate(*arguments)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert message in err
