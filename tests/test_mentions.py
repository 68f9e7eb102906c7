"""Mentions: what is named in running text, and above all what is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.files import read_source
from extract.layout import repair
from extract.mentions import find_mentions
from extract.names import load_names
from graph.records import Cell, Passage, Table


def passage(text: str, language: str, **rest: object) -> Passage:
    return Passage("d", "¶1", 0, text, language, **rest)  # type: ignore[arg-type]


def named(text: str, language: str) -> list[str]:
    """The ids in order, short: ISO codes of places, slugs of the rest."""
    return [str(mention.entity).partition(":")[2] for mention in find_mentions(passage(text, language), load_names())]


CHINESE = {
    "发展中国家不同意": [],
    "其中国家很多": [],
    "在宪法国内法中": [],
    "国际法国家实践": [],
    "这是道德国际问题": [],
    "沿海地区的安全": [],
    "当日本身没有会议": [],
    "印度洋和平": [],
    "内蒙古的会议": [],
    "朝鲜半岛局势": [],
    "中美国家的立场": [],
    "缔约国当中国名最长的": [],
    "中国人不同意": [],
    "巴西产的武器": [],
    "白俄罗斯和俄罗斯反对": ["BLR", "RUS"],
    "索马里、马里弃权": ["SOM", "MLI"],
    "尼日利亚、尼日尔赞成": ["NGA", "NER"],
    "赤道几内亚、几内亚比绍、巴布亚新几内亚、几内亚": ["GNQ", "GNB", "PNG", "GIN"],
    "刚果民主共和国支持": ["COD"],
    "南苏丹和苏丹弃权": ["SSD", "SDN"],
    "刚果、加纳弃权": ["COG", "GHA"],
    "中国政府认为": ["CHN"],
    "英方称有困难": ["GBR"],
    "中美俄都反对": ["CHN", "USA", "RUS"],
    "中美洲的会议": [],
    "US 和 UK 反对": ["USA", "GBR"],
    "其中国际特赦组织表示": ["amnesty-international"],
    "发展中国家科学研究中心": [],
    "日本援助救济协会认为": ["association-for-aid-and-relief-japan"],
    "新美国安全中心认为": ["center-for-a-new-american-security"],
    "荷兰应用科学研究组织认为": ["netherlands-organisation-for-applied-scientific-research"],
    "地雷行动(加拿大)认为": ["mines-action-canada"],
    "绿色未来研究所（加拿大）认为": [],
    "意大利未来研究中心认为": [],
    "法国和德国赞成设立委员会": ["FRA", "DEU"],
    "哥伦比亚安第斯大学的教师": ["university-of-the-andes-colombia"],
    "哥伦比亚波哥大安第斯大学的教师": ["university-of-the-andes-colombia"],
    "日本支持人权观察": ["JPN", "human-rights-watch"],
    "根据第36条审查武器": [],
    "大赦国际、第36条和人权观察": ["amnesty-international", "article-36", "human-rights-watch"],
    "《中国军控白皮书》": [],
    "《特定常规武器公约》缔约方": ["convention-on-certain-conventional-weapons"],
    "德国大使米夏埃尔·比翁蒂诺先生": ["DEU", "michael-biontino"],
    "普京总统说，普京先生说": ["vladimir-putin", "vladimir-putin"],
    "普京说": [],
    "香港代表": ["HKG"],
}
KOREAN = {
    "규범이란 무엇인가": [],
    "기술이란 것은 빠르다": [],
    "이란은 반대했다": ["IRN"],
    "이란, 이라크, 오만": ["IRN", "IRQ", "OMN"],
    "공격의 수단으로 쓴다": [],
    "이러한 수단은 허용되지 않는다": [],
    "수단 정부는 기권했다": ["SDN"],
    "남수단과 수단 대표": ["SSD", "SDN"],
    "인간의 오만이다": [],
    "오만 대표는 찬성했다": ["OMN"],
    "비인도적 무기": [],
    "포로를 인도했다": [],
    "인도는 반대했다": ["IND"],
    "국민을 위한국제 협력": [],
    "모두를 위한국민적 합의": [],
    "싸움을 말리는 사람": [],
    "말리 정부는 반대했다": ["MLI"],
    "회의에 가나 보자": [],
    "가나와 케냐는 찬성했다": ["GHA", "KEN"],
    "중국산 드론": [],
    "한국적 상황과 한국인": [],
    "북한은 반대했다": ["PRK"],
    "볼리비아가 찬성했다": ["BOL"],
    "멕시코\n모로코": ["MEX", "MAR"],
    "중국·미국·러시아가 반대했다": ["CHN", "USA", "RUS"],
    "미·중·러의 경쟁": ["USA", "CHN", "RUS"],
    "미중러 등 주요국": ["USA", "CHN", "RUS"],
    "이 중 하나는 북 치는 사람, 한 정부의 일": [],
    "2018년 美 회계연도": ["USA"],
    "회의 中 발언": [],
    "미국 국방부는 밝혔다": ["united-states-department-of-defense"],
    "美 의회조사국 보고서": ["congressional-research-service"],
    "일본평화연구소의 보고서": [],
    "유럽연합 ( EU )": ["european-union", "european-union"],
    "UN총회에서": ["united-nations"],
    "UN CCW 협약국": ["convention-on-certain-conventional-weapons"],
    "국제인도법을 지켜야 한다": [],
    "제27차 인공지능 국제연합 컨퍼런스": [],
    "「미국의 인공지능 전략」": [],
    "트럼프 대통령은 말했다": ["donald-trump"],
    "트럼프는 말했다": [],
    "헨리 키신저는 말한다. 키신저는 묻는다": ["henry-kissinger", "henry-kissinger"],
    "대만의 산업": ["TWN"],
    "팍스 아메리카나의 시대": [],
    "미 정부는 반대했다": ["USA"],
}
ENGLISH = {
    "Turkey and Jordan opposed it; Michael Jordan did not.": ["TUR", "JOR"],
    "Both Jordan and Chad opposed it, unlike Oman. If Israel agrees, so will they.": ["JOR", "TCD", "OMN", "ISR"],
    "Georgia O'Keeffe painted it.": [],
    "In Georgia, people agreed with Georgia's delegation.": ["GEO", "GEO"],
    "Chad, Georgia and Jordan": ["TCD", "GEO", "JOR"],
    "It is up to us, and the US agreed.": ["USA"],
    "JOIN US NOW": [],
    "It costs US$ 5.": [],
    "a China-led bloc, an anti-China bloc": [],
    "the French delegation and Indiana": [],
    "Niger and Nigeria": ["NER", "NGA"],
    "Guinea-Bissau, Papua New Guinea": ["GNB", "PNG"],
    "Northern Ireland and the Gulf of Mexico": [],
    "the United States’s view": ["USA"],
    "University of Iceland, Institute for Peace of Japan": [],
    "The Government of Canada and the Embassy of Chile": ["CAN", "CHL"],
    "Save the Children Sweden": ["save-the-children"],
    "Article 36 of Additional Protocol I": ["additional-protocol-i"],
    "PAX, Article 36 and Human Rights Watch": ["pax", "article-36", "human-rights-watch"],
    "the Women’s International League for Peace and Freedom": ["womens-international-league-for-peace-and-freedom"],
    "President Trump met Mr. Xi.": ["donald-trump", "xi-jinping"],
    "a trump card and a Trump tower": [],
    "AUSTRIA AND CÔTE D’IVOIRE": ["AUT", "CIV"],
    "Israel Katz spoke": [],
    "the CCW and the NPT": ["convention-on-certain-conventional-weapons", "treaty-on-the-non-proliferation-of-nuclear-weapons"],
}
OTHERS = {
    ("fr", "La France et les États-Unis s'opposent; la Francette non."): ["FRA", "USA"],
    ("es", "España y el Reino Unido"): ["ESP", "GBR"],
    ("ru", "Россия и Китай против"): ["RUS", "CHN"],
    ("ar", "فرنسا و مصر"): ["FRA", "EGY"],
}


@pytest.mark.parametrize(("text", "expected"), CHINESE.items(), ids=CHINESE)
def test_chinese(text, expected):
    assert named(text, "zh") == expected


@pytest.mark.parametrize(("text", "expected"), KOREAN.items(), ids=KOREAN)
def test_korean(text, expected):
    assert named(text, "ko") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH.items(), ids=ENGLISH)
def test_english(text, expected):
    assert named(text, "en") == expected


@pytest.mark.parametrize(("place", "expected"), OTHERS.items(), ids=[language for language, _ in OTHERS])
def test_other_languages(place, expected):
    language, text = place
    assert named(text, language) == expected


def test_a_cell_needs_no_grammar():
    text = "가나 수단 말리는"
    table = Table((Cell(0, 0, 0, 2), Cell(0, 1, 3, 5), Cell(0, 2, 6, 9)))
    found = find_mentions(passage(text, "ko", kind="table", table=table), load_names())
    assert [(mention.surface, mention.entity) for mention in found] == [("가나", "state:GHA"), ("수단", "state:SDN")]


def test_all_participants_and_nothing_else(corpus):
    passages = {each.locator: each for each in repair(read_source(next(corpus.glob("000*")))).passages}
    found = [mention for place in ("¶2", "¶3", "¶4") for mention in find_mentions(passages[place], load_names())]
    assert len({mention.entity for mention in found}) == len(found) == 95
    assert {mention.kind for mention in found} == {"State"}


PIECES = st.lists(st.sampled_from([*CHINESE, *KOREAN, *ENGLISH, "(", "）", "、", " ", "\n", "·", "中国", "美", "UN", "🤖"]), max_size=5).map("".join)


@settings(max_examples=80, deadline=None)
@given(PIECES, st.sampled_from(["zh", "ko", "en", "fr", "de"]))
def test_mentions_ascend_apart_and_say_what_stands_there(text, language):
    found = find_mentions(passage(text, language), load_names())
    ends = [0, *(mention.end for mention in found)]
    assert all(before <= mention.start < mention.end <= len(text) for before, mention in zip(ends, found, strict=False))
    assert all(mention.surface == text[mention.start : mention.end] and mention.entity for mention in found)
