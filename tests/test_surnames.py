"""Full names behind surnames: one bearer gives the name, two give none, titles are no first names."""

import pytest

from extract.positions.actors.surnames import in_full


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
