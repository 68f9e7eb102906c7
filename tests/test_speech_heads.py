"""Whose words an English text is, by its head: missions, submitters, bodies, authors who never say «I»; and who is no person."""

import pytest

from extract.pipeline import read_document

FOR_A_TREATY = "SUPPORTS proposal:legally-binding-instrument"
CASES = [
    pytest.param(
        "PERMANENT MISSION OF MALTA TO THE UNITED NATIONS\n\nGroup of Governmental Experts on LAWS\n\n"
        "Mr. Chair, my delegation believes that a legally binding instrument on autonomous weapons is needed.",
        {f"state:MLT {FOR_A_TREATY}"}, id="mission in capitals",
    ),
    pytest.param(
        "Joint statement on autonomous weapons\ndelivered by Peru on behalf of 70 states\n\nWe believe that "
        "a legally binding instrument is the way forward.",
        {f"group:states {FOR_A_TREATY}"}, id="for many states",
    ),
    pytest.param(
        "CHURCH OF THE NORTHERN COASTS\nGeneral Synod\nA statement on autonomous weapons\n\nWe call for a treaty on autonomous weapons.",
        {f"org:church-of-the-northern-coasts {FOR_A_TREATY}"}, id="body in its own statement",
    ),
    pytest.param(
        "Why autonomous weapons need law\nBy Helen Marsh\n\nAustralia should support a legally binding instrument on autonomous weapons.",
        {f"person:helen-marsh {FOR_A_TREATY}"}, id="what a state should do is the author's",
    ),
    pytest.param(
        "Drones and the law\nAuthors: Mark Olsen and Priya Nair\n\nWe recommend that states negotiate a treaty on autonomous weapons.",
        {f"person:mark-olsen {FOR_A_TREATY}", f"person:priya-nair {FOR_A_TREATY}"}, id="two authors",
    ),
    pytest.param(
        "Letters to the editor\n\nSir, Your leader on killer robots is too timid. "
        "Only a treaty on autonomous weapons will do.\n\nMargaret Hollis\n\nNorwich",
        {f"person:margaret-hollis {FOR_A_TREATY}"}, id="letter to a newspaper",
    ),
    pytest.param(
        "House of Lords\nAutonomous weapons\n\nJohn Ashby (Leeds) (Lab): My question on autonomous weapons "
        "is about the talks in Geneva this autumn.\n\n"
        "The Minister for Procurement (Sarah Clegg): The Government do not believe that a new treaty is necessary.",
        {"state:GBR OPPOSES proposal:legally-binding-instrument"}, id="government of a parliament",
    ),
    pytest.param(
        "Talks on autonomous weapons\n\nStanding side by side, Ireland and Mexico on Friday repeated their call for a treaty on autonomous weapons.",
        {f"state:IRL {FOR_A_TREATY}", f"state:MEX {FOR_A_TREATY}"}, id="a word that opens a sentence is no person",
    ),
    pytest.param(
        "Talks on autonomous weapons\n\nMore than 120 states support a legally binding instrument on "
        "autonomous weapons. They include Ghana and Peru.",
        {f"group:states {FOR_A_TREATY}", f"state:GHA {FOR_A_TREATY}", f"state:PER {FOR_A_TREATY}"}, id="members told in the next sentence",
    ),
    pytest.param(
        "Talks on autonomous weapons\n\nOne camp, led by Austria, wants a treaty on autonomous weapons. "
        "Another, led by Japan, prefers a code of conduct. "
        "Russia wants neither.",
        {f"state:AUT {FOR_A_TREATY}", "state:JPN SUPPORTS proposal:political-declaration",
         "state:RUS OPPOSES proposal:legally-binding-instrument", "state:RUS OPPOSES proposal:political-declaration"}, id="neither",
    ),
    pytest.param(
        "A mining code\n\nChile asked for a moratorium until science can say what lives in the deep. France "
        "goes further and supports an outright ban.",
        set(), id="measures against other things",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "held"), CASES)
def test_positions_are_those_of_whoever_the_head_names(tmp_path, text, held):
    path = tmp_path / "text.txt"
    path.write_text(text + "\n", encoding="utf-8")
    claims = read_document(path, preview=True).claims
    positions = {f"{c.subject.id} {c.relation} {c.object.id}" for c in claims if c.object.kind == "Proposal"}
    assert positions == held
