"""Which documents a text cites: by symbol, number, title, author and year, address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.citations import read_citations
from extract.citations.links import url_id
from extract.citations.notes import surnames
from extract.mentions import find_mentions
from extract.names import load_names
from extract.reading import Reading
from graph.records import Document, Passage


def read(*texts: str, language: str = "en", kind: str = "paragraph", heading: str = "", date: str | None = None) -> list[tuple[str, str]]:
    """(id, surface) of the citations in passages of a document."""
    path = (heading,) if heading else ()
    passages = tuple(Passage("d", f"¶{n}", n, text, language, kind=kind, heading_path=path) for n, text in enumerate(texts))
    reading = Reading(Document("d", "0" * 64, date=date), passages, tuple(find_mentions(one, load_names()) for one in passages))
    return [(claim.object.id or "", claim.object.surface or "") for claim in read_citations(reading)]


def ids(*texts: str, **rest: str) -> list[str]:
    return [identity for identity, _ in read(*texts, **rest)]


CCW = "doc:convention-on-certain-conventional-weapons"

ENGLISH = [
    ("Delegates welcomed resolutions 78/241 and 79/62.", ["doc:a-res-78-241", "doc:a-res-79-62"]),
    ("Human Rights Council resolution 51/22 asks for a study.", ["doc:a-hrc-res-51-22"]),
    ("Security Council resolution 1540 (2004) binds all States.", ["doc:s-res-1540"]),
    ("The findings (A/79/88) build on CCW/GGE.1/2023/2, annex III.", ["doc:a-79-88", "doc:ccw-gge-1-2023-2"]),
    ("The Human Rights Committee wrote in general comment No. 36 that life comes first.", ["doc:ccpr-general-comment-36"]),
    ("ILO Convention No. 182 forbids it.", ["doc:ilo-convention-182"]),
    ("Executive Order 14110 was revoked.", ["doc:executive-order-14110"]),
    ("Talks go on under the Convention on Certain Conventional Weapons (CCW).", [CCW]),
    ("Article 36 of Additional Protocol I asks for reviews.", ["doc:additional-protocol-i"]),
    ("Some doubt it (see Roff 2014; Horowitz & Scharre, 2015, pp. 3-5; Vega et al. 2016).",
     ["doc:roff-2014", "doc:horowitz-scharre-2015", "doc:vega-2016"]),
    ("As Asaro (2012) and then Sharkey and Suchman (2013: 45) say", ["doc:asaro-2012", "doc:sharkey-suchman-2013"]),
    ("Its report “Counting Machines: A Ledger of Harm” came out.", ["doc:counting-machines-a-ledger-of-harm"]),
    ("A short film called “Tin Hornets” was shown.", ["doc:tin-hornets"]),
    ("Read [Robots at the Gate](https://example.org/news/gate/) first.", ["doc:robots-at-the-gate"]),
    ("More at https://www.example.org/a/b.html?x=1.", ["doc:example-org-a-b-html"]),
    ("In 2015 thousands endorsed an open letter on such weapons, and in 2018 many signed a pledge.",
     ["doc:autonomous-weapons-open-letter-2015", "doc:lethal-autonomous-weapons-pledge"]),
    ("The National Defense Authorization Act for Fiscal Year 2024 pays for it.", ["doc:ndaa-2024"]),
    ("Its final document (CCW/CONF.V/10) and the study “Tin Minds and Their Makers” agree.", ["doc:ccw-conf-v-10", "doc:tin-minds-and-their-makers"]),
    # no citations
    ("Its statement: “We Must Act Now”, and a report says “Nothing will change, we fear”.", []),
    ("The effort (since 2013) and the body (ICRC) went on. (2018) was quiet.", []),
    ("They met in Geneva (2019), again (May 2018) and in Table 2 (2019).", []),
    ("So-called “killer robots” and “Smart Mines” worry many.", []),
    ("Austria (2018) and others (Brazil 2023) spoke.", []),
    ("Treaties such as the Ottawa Treaty show the way.", []),
    ("See https://example.org for the site.", []),
    ("The ratio was 24/7 and the input/output/total 3/4.", []),
]  # fmt: skip

CHINESE = [
    ("联大第78/241号和第79/62号决议提到此事。", ["doc:a-res-78-241", "doc:a-res-79-62"]),
    ("人权理事会关于新技术的第51/22号决议获得通过。", ["doc:a-hrc-res-51-22"]),
    ("秘书长的A/79/88号报告已经印发。", ["doc:a-79-88"]),
    ("见儿童权利委员会第24号一般性意见。", ["doc:crc-general-comment-24"]),
    ("国际劳工组织《强迫劳动公约》（第29号）仍然有效。", ["doc:ilo-convention-29"]),
    ("第14110号行政命令已被撤销。", ["doc:executive-order-14110"]),
    ("《特定常规武器公约》（以下简称《公约》）与《公约》缔约方", [CCW]),
    ("各方在特定常规武器公约框架下讨论。", [CCW]),
    ("《儿童权利公约》及其任择议定书都适用。",
     ["doc:convention-on-the-rights-of-the-child", "doc:optional-protocols-to-the-convention-on-the-rights-of-the-child"]),
    ("有人反对（张三丰 2019；Sparrow 2007: 62），也可参见 Lin 和 Abney（2008）。",
     ["doc:张三丰-2019", "doc:sparrow-2007", "doc:lin-abney-2008"]),
    ("该所出版了题为“机器的边界”的报告。", ["doc:机器的边界"]),
    ("《机器战争白皮书》与《全球数字契约》都谈到这一点。", ["doc:机器战争白皮书", "doc:global-digital-compact"]),
    ("1980年《常规武器公约》和《禁止或限制使用某些可被认为具有过分杀伤作用的常规武器公约》", [CCW]),
    # no citations
    ("声明：“我们反对这种武器，要求禁止。”", []),
    ("“杀手机器人”议定书遥遥无期。", []),
    ("这一年（2018年）和另一年（2019）都有会议（日内瓦）。", []),
    ("所谓“杀手机器人”和“人类控制”令人关注。", []),
    ("电影《机械战警》和《环球时报》都提到过。", []),
    ("会议达成「人应当负责」的共识。", []),
    ("该运动（ICRAC）始于（自 2009）。", []),
]  # fmt: skip

KOREAN = [
    ("유엔총회 결의 78/241호와 안보리 결의 1540호가 있다.", ["doc:a-res-78-241", "doc:s-res-1540"]),
    ("인권이사회 결의 51/22는 조사를 요청했다.", ["doc:a-hrc-res-51-22"]),
    ("아동권리위원회 일반논평 제25호를 보라.", ["doc:crc-general-comment-25"]),
    ("국제노동기구 협약 제182호가 있다.", ["doc:ilo-convention-182"]),
    ("행정명령 14110호는 폐지되었다.", ["doc:executive-order-14110"]),
    ("특정재래식무기금지협약(CCW) 아래에서 논의한다.", [CCW]),
    ("논의가 이어졌다 (홍길동·임꺽정 2018; 성춘향 2020, 11-13).", ["doc:홍길동-임꺽정-2018", "doc:성춘향-2020"]),
    ("홍길동(2020)은 이에 반대한다.", ["doc:홍길동-2020"]),
    ("연구소는 「기계와 책임」 보고서를 냈다.", ["doc:기계와-책임"]),
    ("정부는 ‘책임 있는 기계’라는 제목의 보고서를 냈다.", ["doc:책임-있는-기계"]),
    ("「2024 회계연도 국방수권법」에 따른다.", ["doc:ndaa-2024"]),
    ("출처: KIDA 이슈브리프 (2025)", ["doc:kida-이슈브리프-2025"]),
    # no citations
    ("‘킬러로봇’ 책임 문제와 ‘완전자율’ 전략이 논의된다.", []),
    ("이른바 ‘킬러로봇’과 “완전한 자율성”이 쟁점이다.", []),
    ("영화 『로보캅』과 『한국일보』에 나온다.", []),
    ("독일(2019)과 제네바(2018) 회의가 열렸다 (검색일: 2019년 3월).", []),
    ("핵확산방지조약(NPT) 등이 그 예이다.", []),
    ("그해(2018)와 이듬해 (약 2019)에는 없었다.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(("text", "expected"), CHINESE)
def test_chinese(text: str, expected: list[str]) -> None:
    assert ids(text, language="zh") == expected


@pytest.mark.parametrize(("text", "expected"), KOREAN)
def test_korean(text: str, expected: list[str]) -> None:
    assert ids(text, language="ko") == expected


NOTES = [
    ("Ann Bell, Report on machines, A/HRC/23/47 (2013), para. 5.", ["doc:a-hrc-23-47"]),
    ("Ann Bell, Army of Tin: Machines at War (New York: Quill, 2018), 45.", ["doc:bell-2018"]),
    ("Ann Bell and Tom Oak, “The Tin War”, Journal of War, vol. 9 (2012), p. 7.", ["doc:bell-oak-2012"]),
    ("Ibid., para. 12.", []),
    ("Oak, T. (2012). On banning tin soldiers. War Review, 94, 6-7. https://doi.org/10.1000/9", ["doc:oak-2012"]),
    ("Oak, Tom. 2015. “The Tin Soldiers Are Here.” Law Review 36: 18.", ["doc:oak-2015"]),
    ("P. Oak, Tin Soldiers and the Law of War. In: Proc. Tin Conf., Rome, 2007.", ["doc:oak-2007"]),
    ("张三、李四：《机器与战争》，《战争研究》2019年第5期，第8页。", ["doc:张三-李四-2019"]),
    ("《机器之书》（联合国，2024年）；联合国大会关于机器的第79/10号决议（2024年）", ["doc:机器之书", "doc:a-res-79-10"]),
    ("见议会联盟关于机器的决议（2024年，第2页）。", ["doc:议会联盟关于机器的决议-2024"]),
    ("同上。", []),
    ("홍길동, 「기계의 책임」, 『법학연구』, 제6권 제1호, 2018, 11면.", ["doc:홍길동-2018"]),
    ("이 기관은 해마다 회의를 연다. 회의에는 여러 단체가 온다.", []),
]


@pytest.mark.parametrize(("text", "expected"), NOTES)
def test_notes(text: str, expected: list[str]) -> None:
    assert ids(text, kind="note", language="ko" if "홍길동" in text else "zh" if "：" in text or "《" in text else "en") == expected


def test_a_reference_list_and_the_text_before_it_cite_one_work() -> None:
    assert ids("As Oak (2012) says.", "Oak, T. (2012). On banning tin soldiers. War Review.", heading="References") == ["doc:oak-2012"]


SAME = [
    ("의회조사국의 「기계 지침서」 는 이를 밝힌다. 보고서는 계획이 없다고 말한다 (Oak 2019).", ["doc:oak-2019"]),
    ("The report “The Tin War” denies it (Oak 2019).", ["doc:oak-2019"]),
    ("홍길동(2019)은 반대한다. 이는 낡은 생각이다 (Hong 2019).", ["doc:hong-2019"]),
    ("《儿童权利公约》很重要（张三 2019）。", ["doc:convention-on-the-rights-of-the-child", "doc:张三-2019"]),
]


@pytest.mark.parametrize(("text", "expected"), SAME)
def test_one_work_cited_in_two_ways_is_one_document(text: str, expected: list[str]) -> None:
    assert ids(text, language="ko" if "는" in text else "zh" if "《" in text else "en") == expected


def test_the_first_citation_gives_the_place_and_the_words() -> None:
    assert read("Nothing here.", "See A/79/88.", "Again A/79/88.") == [("doc:a-79-88", "A/79/88")]


def test_a_work_of_a_year_to_come_is_none() -> None:
    assert ids("They plan it (Vision 2040).", date="2024-05") == []


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("Heyns, C., & Borden, T.", "Heyns & Borden"),
        ("Christof Heyns and Tom Borden", "Heyns & Borden"),
        ("Human Rights Watch", "Human Rights Watch"),
    ],
)
def test_surnames(authors: str, expected: str) -> None:
    assert surnames(authors) == expected


@given(st.from_regex(r"https?://(www\.)?[a-z]{1,8}\.(org|ch)/[A-Za-z0-9/_.-]{1,20}", fullmatch=True))
def test_an_address_has_one_id_with_or_without_query_and_protocol(address: str) -> None:
    assert url_id(address) == url_id(address + "?q=1#top") == url_id(address.replace("https", "http"))


LETTERS = "《》「」“”()（）;；,. 。AaBb19가나报告2018https:/[]"


@given(st.text(alphabet=LETTERS, max_size=60), st.sampled_from(["en", "zh", "ko"]), st.sampled_from(["note", "paragraph"]))
def test_any_text_is_read_without_error_and_quotes_itself(text: str, language: str, kind: str) -> None:
    for identity, surface in read(text, language=language, kind=kind):
        assert identity.startswith("doc:")
        assert surface in text
