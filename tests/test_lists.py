"""Written lists: where items end, when a conjunction divides, which brackets hold members."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.lists import Item, split_list

ENGLISH = {"Bosnia and Herzegovina", "Chad", "Peru", "Trinidad and Tobago", "Article 36"}
KNOWN = ENGLISH | {"波斯尼亚和黑塞哥维那", "秘鲁", "乍得", "페루", "차드", "구글"}


def split(text: str, language: str) -> list[object]:
    def show(items: tuple[Item, ...]) -> list[object]:
        return [(text[i.start : i.end], show(i.members)) if i.members else text[i.start : i.end] for i in items]

    return show(split_list(text, (0, len(text)), language, KNOWN.__contains__))


@pytest.mark.parametrize(
    ("language", "text", "items"),
    [
        ("en", "Bosnia and Herzegovina, Chad and Peru.", ["Bosnia and Herzegovina", "Chad", "Peru"]),
        ("en", "Chad, Peru, and Trinidad and Tobago", ["Chad", "Peru", "Trinidad and Tobago"]),
        ("en", "the Institute for Art and Design, the Peace Network and Article 36", ["Institute for Art and Design", "Peace Network", "Article 36"]),
        ("en", "Foo Co., Bar Society", ["Foo Co.", "Bar Society"]),
        ("en", "Chad", ["Chad"]),
        ("en", "Union of Nine (Chad, Peru and Article 36); Chad", [("Union of Nine", ["Chad", "Peru", "Article 36"]), "Chad"]),
        ("en", "Peace Union (Lima), Chad", ["Peace Union (Lima)", "Chad"]),
        ("en", "1,200 experts", ["1,200 experts"]),
        ("zh", "波斯尼亚和黑塞哥维那、秘鲁和乍得。", ["波斯尼亚和黑塞哥维那", "秘鲁", "乍得"]),
        ("zh", "和平网络、海德大学和平和发展研究所以及北山学院", ["和平网络", "海德大学和平和发展研究所", "北山学院"]),
        ("zh", "救援联盟[秘鲁、乍得]、秘鲁等", [("救援联盟", ["秘鲁", "乍得"]), "秘鲁"]),
        ("ko", "페루, 차드 및 구글", ["페루", "차드", "구글"]),
        ("ko", "페루·차드와 구글 등", ["페루", "차드", "구글"]),
        ("ko", "", []),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) == 2 else None,
)
def test_items(language: str, text: str, items: list[object]) -> None:
    assert split(text, language) == items


@given(st.text(alphabet="AB ,;()[]、和及。.", max_size=40), st.sampled_from(["en", "zh", "ko"]))
def test_items_ascend_and_hold_text(text: str, language: str) -> None:
    items = split_list(text, (0, len(text)), language, KNOWN.__contains__)
    assert all(0 <= item.start < item.end <= len(text) and text[item.start : item.end].strip() for item in items)
    assert all(before.end <= after.start for before, after in itertools.pairwise(items))
