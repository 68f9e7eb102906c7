"""Names: what the data files know, and whom a whole cell or list item names."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from extract.files import read_source
from extract.layout import repair
from extract.names import Names, load_names
from extract.naming.files import read_organisations
from extract.naming.forms import fold, forms, key, turned
from extract.naming.states import read_states
from graph.errors import DataError
from graph.ids import entity_id
from graph.records import Entity


@pytest.fixture(scope="module")
def names() -> Names:
    return load_names()


def known(names: Names, surface: str, language: str) -> str | None:
    found = names.identify(surface, language)
    return found.id if found else None


@pytest.mark.parametrize(
    ("surface", "language", "entity"),
    [
        pytest.param("Bosnia & Herzegovina", "en", "state:BIH", id="ampersand"),
        pytest.param("the Netherlands", "en", "state:NLD", id="article"),
        pytest.param("VENEZUELA (Bolivarian Republic of)", "en", "state:VEN", id="comma form in brackets"),
        pytest.param("Iran, Islamic Republic of", "en", "state:IRN", id="comma form"),
        pytest.param("Democratic People’s Republic of Korea", "en", "state:PRK", id="curly apostrophe"),
        pytest.param("The former Yugoslav Republic of Macedonia", "en", "state:MKD", id="former name"),
        pytest.param("Swaziland", "en", "state:SWZ", id="name before 2018"),
        pytest.param("Turkey", "en", "state:TUR", id="name before 2022"),
        pytest.param("US", "en", "state:USA", id="weak form in a cell"),
        pytest.param("Congo", "en", "state:COG", id="ambiguous in running text, not in a list"),
        pytest.param("俄罗斯联邦", "zh", "state:RUS", id="zh official"),
        pytest.param("捷克共和国", "zh", "state:CZE", id="zh former official"),
        pytest.param("教廷", "zh", "state:VAT", id="zh Holy See"),
        pytest.param("前南斯拉夫的马其顿共和国", "zh", "state:MKD", id="zh former name"),
        pytest.param("衣索比亞", "zh", "state:ETH", id="zh as in Taipei"),
        pytest.param("알제리아", "ko", "state:DZA", id="ko odd form"),
        pytest.param("그루지야", "ko", "state:GEO", id="ko former name"),
        pytest.param("남아공", "ko", "state:ZAF", id="ko short"),
        pytest.param("가나", "ko", "state:GHA", id="ko a verb elsewhere"),
        pytest.param("États-Unis", "fr", "state:USA", id="fr"),
        pytest.param("Федеративная Республика Германия", "ru", "state:DEU", id="ru official"),
        pytest.param("유럽연합 ( EU )", "ko", "org:european-union", id="gloss with blanks"),
        pytest.param("国际电信联盟（国际电联）", "zh", "org:international-telecommunication-union", id="wide brackets"),
        pytest.param("국제 사면 위원회", "ko", "org:amnesty-international", id="blanks in a Korean name"),
        pytest.param("第 36 条", "zh", "org:article-36", id="blanks around a number"),
        pytest.param("地雷行动（加拿大）", "zh", "org:mines-action-canada", id="place in a name"),
        pytest.param("Peace Initiative (Canada)", "en", None, id="place beside an unknown name"),
        pytest.param("Unknown Council (UNICEF)", "en", "org:united-nations-childrens-fund", id="gloss alone is known"),
        pytest.param("Russell", "en", None, id="a surname is not enough"),
        pytest.param("Hong Kong", "en", "territory:HKG", id="territory"),
        pytest.param("《特定常规武器公约》", "zh", None, id="title marks belong to the citations"),
    ],
)
def test_identify(names, surface, language, entity):
    assert known(names, surface, language) == entity


def test_kinds_narrow_down(names):
    assert names.identify("Chad", "en", ("Person",)) is None
    assert names.identify("Stuart Russell", "en", ("Person",)) == names.entity("person:stuart-russell")


def test_every_state_is_there(names):
    states = [entity for entity in names.entities if entity.kind == "State"]
    assert len(states) == 197
    assert all({"iso2", "iso3", "region", "subregion"} <= entity.properties.keys() for entity in states)
    assert all(entity.names[language] for entity in states for language in ("en", "zh", "ko", "fr", "es", "ru", "ar"))
    assert {entity.properties["region"] for entity in states} == {"Africa", "Americas", "Asia", "Europe", "Oceania"}


def test_territories_are_no_states(names):
    places = {entity.id.partition(":")[2]: entity.kind for entity in names.entities if entity.kind in ("State", "Territory")}
    assert [places[code] for code in ("HKG", "MAC", "TWN", "XKX", "ESH", "GRL", "PRI")] == ["Territory"] * 7
    assert not {"UN", "EUE", "QOO", "ZZZ", "ATA"} & places.keys()


def test_a_name_sorts_where_the_usual_one_did(names):
    assert {code: names.entity(f"state:{code}").properties["sort"] for code in ("TUR", "KOR")} == {"TUR": "Turkey", "KOR": "Korea"}


def test_there_are_names_enough(names):
    organisations = [entity for entity in names.entities if entity.id.startswith("org:")]
    assert len(organisations) >= 250
    assert sum(bool(entity.names.get("zh")) for entity in organisations) > 0.9 * len(organisations)
    assert sum(bool(entity.names.get("ko")) for entity in organisations) > 0.9 * len(organisations)


def test_ids_follow_from_names(names):
    for entity in names.entities:
        if entity.kind not in ("State", "Territory", "Document"):
            assert entity.id == entity_id(entity.kind, entity.id.partition(":")[2])


def test_gold_organisations_are_known(names, shared):
    lines = [
        line for path in [*(shared / "gold").glob("*.jsonl"), shared / "dev/gold.jsonl"] for line in path.read_text(encoding="utf-8").splitlines()
    ]
    ends = [claim[end] for claim in map(json.loads, lines) for end in ("subject", "object") if end in claim]
    wanted = {end["id"] for end in ends if re.match("org:", end.get("id") or "")}
    bodies = {f"org:ccw-{name}" for name in ("group-of-governmental-experts", "meeting-of-high-contracting-parties")}
    assert sorted(wanted - {entity.id for entity in names.entities}) == sorted({*bodies, "org:convention-on-certain-conventional-weapons"})


def test_all_cells_of_a_table_are_identified(names, corpus: Path):
    passages = repair(read_source(next(corpus.glob("001*")))).passages
    table = next(passage for passage in passages if passage.table is not None)
    cells = [table.text[cell.start : cell.end] for cell in table.table.cells if not cell.header]
    found = [names.identify(cell, table.language, ("State",)) for cell in cells if cell.strip()]
    assert len({entity.id for entity in found if entity is not None}) == 39
    assert None not in found


def test_two_owners_of_a_name_are_refused():
    one, two = (Entity(f"org:{word}", "NGO", {"en": ("Peace Now",)}) for word in ("one", "two"))
    with pytest.raises(DataError, match="org:one and org:two"):
        Names([one, two])


def test_a_name_weak_in_two_is_nobodys():
    pair = [Entity(f"org:{word}", "NGO", {"en": (word,)}, {"en": ("PN",)}) for word in ("one", "two")]
    assert Names(pair).identify("PN", "en") is None


def test_an_id_stands_once():
    with pytest.raises(DataError, match="stands twice"):
        Names([Entity("org:a", "NGO", {"en": ("A",)}), Entity("org:a", "NGO", {"en": ("B",)})])


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        pytest.param("states.yaml", "states: {AAA: {alpha2: AA, subregion: Nowhere}}", "no subregion Nowhere", id="unknown subregion"),
        pytest.param("states.yaml", "states: {AAA: {alpha3: AA}}", "AAA.alpha2", id="missing code"),
        pytest.param("organisations.yaml", "NGO: [{zh: [和平]}]", "English name or an id", id="no id can be made"),
    ],
)
def test_broken_data_is_refused(tmp_path, file, text, message):
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        list((read_states if file == "states.yaml" else read_organisations)(tmp_path))


def test_folding_keeps_every_place():
    text = "（“Ｕ.Ｓ.”）—\u3000’·"
    assert len(fold(text)) == len(text)
    assert key("  The  ＵＮ ") == "the un"


def test_forms_of_a_name():
    assert {"St. Lucia", "Saint Lucia", "SAINT LUCIA"} <= set(forms("St. Lucia"))
    assert set(forms("第36条")) == {"第36条", "第 36 条"}
    assert list(turned("Korea, Republic of")) == ["Korea, Republic of", "Korea (Republic of)", "Republic of Korea"]
