"""Metadata: what a document says of itself, and nothing that it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.files import read_source, read_stream
from extract.sources.dates import is_date
from extract.sources.frontmatter import split_front_matter
from extract.sources.head import read_head
from extract.sources.metadata import describe
from extract.sources.scripts_used import read_languages

BODY = (
    "The committee met in the morning and heard a number of delegations, most of which spoke of the need for people to stay in charge of weapons, "
    "while a few wished to wait for the talks of the following year before they would say anything that binds their governments in any way at all.\n"
) * 2


def described(text, markup="plain"):
    return describe(text, markup, None)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("On the talks in spring\n\n", "On the talks in spring"),
        (
            "United Nations\nCCW/GGE.9/2031/3\n\nDistr.: General\n3 May 2031\n\nReport of the ninth session of the group of\nexperts\n\n",
            "Report of the ninth session of the group of experts",
        ),
        ("United Nations A/RES/99/1\n\nResolution adopted on 3 May 2031\n\n99/1. Machines of war\n\nThe General Assembly,\n\n", "Machines of war"),
        ("Campaign\nPress release\nFor immediate release\n5 May 2031\nStates vote\n\n", None),
        ("Topic: Regulating machines\nCommittee: First Committee\n", "Regulating machines"),
        ("# Top\n\n## Below\n\n## Next\n\n", "Top"),
        ("## Only one\n\n", "Only one"),
        ("## [Linked title](https://x.example/a)\n\n", "Linked title"),
        ("## First part\n\nshort\n\n## Second part\n\n", None),
        ("### 4.1 A section\n\n", None),
        ("Ⅰ. Introduction\n\n", None),
        ("12 May 2031\n\n", None),
        ("", None),
    ],
    ids=[
        "line",
        "united-nations",
        "resolution",
        "letterheads",
        "label",
        "heading",
        "one-heading",
        "link",
        "sections",
        "numbered",
        "roman",
        "date",
        "no-head",
    ],
)
def test_titles(head, title):
    markup = "markdown" if "#" in head else "plain"
    assert described(head + BODY, markup)["title"] == title


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Talks\n12 December 2031\n", "2031-12-12"),
        ("Talks\nDecember 12, 2031\n", "2031-12-12"),
        ("Talks\n5 Sept. 2031\n", "2031-09-05"),
        ("Talks\nMay 2031\n", "2031-05"),
        ("会议\n2031 年 12 月 12 日至 16 日，日内瓦\n", "2031-12-12"),
        ("회의\n2031년 1월 2일\n", "2031-01-02"),
        ("회의\n입력 2031.01.02 10:30\n", "2031-01-02"),
        ("Talks\nPublished 2031-01-02\n", "2031-01-02"),
        ("Geneva, 12–16 December 2031\n10 June 2031\nReport of the group\n", "2031-06-10"),
        ("Talks\n31 February 2031\n", None),
        ("Talks\n", None),
        (
            "LONDON, 4 May 2031 (AFP) - The talks ended on 3 May 2030 without result, said a spokesperson who did not wish to be named here.\n",
            "2031-05-04",
        ),
    ],
    ids=["en", "en-us", "short-month", "month", "zh-stretch", "ko", "ko-dots", "iso", "day-before-stretch", "no-such-day", "none", "dateline"],
)
def test_dates(head, date):
    assert described(head + "\n" + BODY)["date"] == date


def test_no_date_from_running_text():
    assert described("Talks\n\n" + BODY + "It ended on 12 December 2031.\n")["date"] is None
    assert (
        described("The talks of 12 December 2031 were the last, and nobody who took part in them had hoped for more than that.\n" + BODY)["date"]
        is None
    )


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("A/RES/78/241", "A/RES/78/241"),
        ("CCW/GGE.1/2023/CRP.2", "CCW/GGE.1/2023/CRP.2"),
        ("United Nations A/79/88", "A/79/88"),
        ("A/HRC/51/L.25/Rev.1*", "A/HRC/51/L.25/Rev.1"),
        ("see A/79/88 for more", None),
        ("AND/OR", None),
        ("12/2023", None),
        ("https://un.example/A/79/88", None),
    ],
)
def test_symbols(line, symbol):
    assert described(f"{line}\n\nTalks of the group\n\n{BODY}")["symbol"] == symbol


@pytest.mark.parametrize(
    ("head", "speaker"),
    [
        ("Delegation: Republic of Chile\n", "Republic of Chile"),
        ("Statement by Austria\n", "Austria"),
        ("Statement by the delegation of Austria at the First Committee\n", "Austria"),
        ("Statement by Ambassador A. B., Permanent Representative of Chile to the United Nations\n", "Chile"),
        ("Statement by Chile on behalf of the Group of Friends\n", "Group of Friends"),
        ("Statement by Ambassador A. B.\n", None),
        ("智利代表团在第一委员会的发言\n", "智利"),
        ("칠레 대표단 발언\n", "칠레"),
        ("A statement of the obvious\n", None),
    ],
)
def test_speakers(head, speaker):
    assert described(f"{head}\n{BODY}")["speaker"] == speaker


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Report of the group of experts\n", "report"),
        ("专家会议的报告\n", "report"),
        ("关于机器的联合声明\n", "statement"),
        ("Joint statement on machines\n", "statement"),
        ("A/RES/99/1\n\nMachines\n", "resolution"),
        ("Machines\n\nAbstract\n", "article"),
        ("TOKYO (Reuters) - Talks began on Monday, an official of the ministry told reporters here.\n", "news"),
        ("보도자료\n", "news"),
        ("Machines and people\n", "other"),
        ("UN report warns of machines\n", "other"),
    ],
)
def test_kinds(head, kind):
    assert described(f"{head}\n{BODY}")["kind"] == kind


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (BODY, ("en",)),
        ("Les délégations ont dit que la machine ne doit pas être seule et que le droit est clair pour tous.", ("fr",)),
        ("Las delegaciones dijeron que la máquina no debe estar sola y que el derecho es claro para los estados.", ("es",)),
        ("Die Delegationen sagten, dass die Maschine nicht allein sein darf und das Recht für alle klar ist.", ("de",)),
        ("代表们说机器不能代替人作出判断。", ("zh",)),
        ("대표들은 기계가 사람을 대신할 수 없다고 말했다.", ("ko",)),
        ("代表は、機械が人間の代わりに判断してはならないと述べた。", ("ja",)),
        ("대표들은 기계가 사람을 대신할 수 없다고 말했다. " * 9 + BODY, ("ko", "en")),
        ("Qwerty Uiop Asdf", ()),
        ("123", ()),
    ],
    ids=["en", "fr", "es", "de", "zh", "ko", "ja", "ko-en", "names", "numbers"],
)
def test_languages(text, codes):
    assert read_languages(text) == codes


def test_the_originals(corpus):
    found = {path.name[:3]: read_source(path).document for path in corpus.glob("*.txt")}
    assert {name: (d.languages, d.date, d.kind, d.symbol, d.speaker) for name, d in found.items()} == {
        "000": (("zh",), "2016-12-12", "report", None, None),
        "001": (("ko",), None, "article", None, None),
        "002": (("zh",), None, "statement", None, None),
    }
    assert (found["000"].title or "").startswith("2016 年")
    assert found["001"].title is None
    assert (found["002"].title or "").endswith("声明")


def test_sidecar_before_front_matter_before_text(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(f"---\ntitle: From above\ndate: 2031-04-15\nspeaker: Chile\n---\n# From within\n\n12 May 2030\n\n{BODY}")
    (tmp_path / "note.meta.yaml").write_text("title: From beside\nlanguages: [fr, en]\nkind: news\n")
    document = read_source(path).document
    assert (document.title, document.date, document.speaker, document.kind, document.languages) == (
        "From beside",
        "2031-04-15",
        "Chile",
        "news",
        ("fr", "en"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "---\njust words\n---\nmore",
        "---\n\nA break, then text.\n\n---\n",
        "---\n- a\n- b\n---\n",
        "---\nNote: this is a talk\n---\n",
        "---\na: [\n---\n",
        "---\ntitle: x\n",
        "words\n---\ntitle: x\n---\n",
        "---\n" + "[" * 9000 + "\n---\nx",
        "---\n" + "- " * 9000 + "\n---\nx",
    ],
    ids=["words", "break", "list", "unknown", "broken", "open", "later", "brackets", "deep-list"],
)
def test_what_is_no_front_matter_is_text(text):
    assert split_front_matter(text, "x") is None
    assert read_stream("-", text.encode()).text == text


def test_front_matter_values_that_are_wrong_are_named():
    front = split_front_matter("---\ntitle: x\ndate: yesterday\nkind: blog\nlanguage: ko\n---\n", "x")
    assert front is not None
    assert (front.given.title, front.given.date, front.given.kind, front.given.languages) == ("x", None, None, ("ko",))
    assert [skip.reason.partition(":")[0] for skip in front.skipped] == ["date", "kind"]


@pytest.mark.parametrize(
    ("written", "good"),
    [("2031", True), ("2031-02", True), ("2031-02-28", True), ("2031-02-30", False), ("31", False), ("2031-13", False), ("２０３１", False)],
)
def test_is_date(written, good):
    assert is_date(written) is good


@given(st.text(alphabet=st.sampled_from("ab 中。.:#-\n1年月日/A"), max_size=120))
def test_any_text_has_a_head_of_few_lines(text):
    head = read_head(text)
    assert len(head.lines) <= 15
    described(text)
