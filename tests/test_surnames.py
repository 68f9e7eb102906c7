"""Full names behind surnames: one bearer gives the name, two give none, titles are no first names."""

from pathlib import Path

import pytest

from extract.pipeline import read_document
from extract.positions.actors.surnames import in_full
from graph.records import Claim


@pytest.mark.parametrize(
    ("texts", "full"),
    [
        pytest.param(["Helen Tarrant's book opened the debate.", "Tarrant wants a ban."], "Helen Tarrant", id="genitive"),
        pytest.param(["With me is Anna B. Tarrant.", "TARRANT: No."], "Anna B. Tarrant", id="initial"),
        pytest.param(["Helen Tarrant and Paul Tarrant disagree."], None, id="two bearers"),
        pytest.param(["Ms Tarrant spoke.", "Tarrant agreed."], None, id="title"),
        pytest.param(["When Tarrant spoke, nobody listened."], None, id="first word of a sentence"),
        pytest.param(["The Helen Tarrantino prize"], None, id="longer word"),
    ],
)
def test_a_surname_is_the_one_who_bears_it_in_the_text(texts, full):
    assert in_full(texts, "Tarrant", "en") == full


def test_a_name_in_another_script_has_no_surname_behind_it():
    assert in_full(["陈维认为"], "陈维", "zh") is None


WORKS = {
    "one author": ("斯帕罗（Sparrow, 2007）支持禁止致命性自主武器。", {"person:robert-sparrow"}),
    "two authors": ("安德森与韦克斯曼（Anderson & Waxman, 2013）反对禁止致命性自主武器。", {"person:kenneth-anderson", "person:matthew-waxman"}),
    "a name that holds the word and": ("布兰特（Brandt, 2020）支持禁止致命性自主武器。", {"person:brandt"}),
    "nobody a list knows": ("奥登霍弗（Odenhofer, 2019）支持禁止致命性自主武器。", {"person:odenhofer"}),
}


@pytest.mark.parametrize(("text", "holders"), WORKS.values(), ids=WORKS)
def test_authors_of_a_work_are_called_by_the_surnames_beside_its_year(tmp_path: Path, text: str, holders: set[str]) -> None:
    path = tmp_path / "text.txt"
    path.write_text(f"文献中的自主武器\n{text}", encoding="utf-8")
    found = {c.subject.id for c in read_document(path, preview=True).claims if isinstance(c, Claim) and c.relation.endswith("_BAN")}
    assert found == holders
