"""Our figures are those of the gold's own scorer; intervals and bins say what they promise."""

import importlib.util
import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.evaluation.calibration import EDGES, calibration_error, reliability
from extract.evaluation.intervals import Interval, intervals
from extract.evaluation.matching import ATTRIBUTES, comparable, kind_of, matches, same_attribute, same_entity, same_place
from extract.evaluation.scoring import Tally, agreement, document_of, figures, mean_f1, score

BAN, CONTROL = "proposal:preemptive-ban", "concept:meaningful-human-control"


@pytest.fixture(scope="session")
def scorer(shared):
    """The scorer that lies beside the gold."""
    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def gold(shared):
    files = [*sorted((shared / "gold").glob("*.jsonl")), shared / "dev" / "gold.jsonl"]
    return [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def end(text, surface=None):
    kinds = {"state": "State", "group": "Group", "proposal": "Proposal", "concept": "Concept", "org": "NGO", "person": "Person", "doc": "Document"}
    return {"kind": kinds[text.partition(":")[0]], "id": text, "surface": surface}


def claim(relation="SUPPORTS", subject="state:CHL", target="proposal:moratorium", loc="¶1", **rest):
    return {"doc": "a", "loc": loc, "relation": relation, "subject": end(subject), "object": end(target), **rest}


def perturbed(gold, chance):
    """A system as it might be: claims dropped, repeated, moved, renamed, turned round and invented."""

    def change(row):
        match chance.randrange(14):
            case 0 | 1:
                return []
            case 2:
                return [{**row, "loc": f"{row['loc']} ¶2"}]
            case 3:
                return [{**row, "loc": chance.choice(claims)["loc"]}]
            case 4:
                return [{**row, "relation": chance.choice(claims)["relation"]}]
            case 5:
                return [{**row, "object": chance.choice(claims)["object"]}]
            case 6:
                return [{**row, "subject": {"kind": "NGO", "id": None, "surface": (row["subject"].get("surface") or "")[:-1]}}]
            case 7:
                return [row, row, {**row, "quantifier": "most", "role": "chair", "modality": "question", "addressee": ["states"]}]
            case 8:
                return [{key: value for key, value in row.items() if key not in ("quantifier", "role", "modality", "addressee")}]
            case _:
                return [row]

    claims = [row for row in gold if row["relation"] != "NONE"]
    system = [{key: value for key, value in row.items() if key != "optional"} for each in claims for row in change(each)]
    system += [claim(doc=row["doc"]) for row in gold if row["relation"] == "NONE" and chance.random() < 0.5]
    system += [{"doc": "elsewhere", "relation": "SUPPORTS"}, {"doc": claims[0]["doc"] + "_0f", "relation": "CITES", "object": {"surface": "x"}}]
    chance.shuffle(system)
    return system


@pytest.mark.parametrize("seed", range(12))
def test_the_figures_are_those_of_the_golds_own_scorer(scorer, gold, seed):
    system = perturbed(gold, random.Random(seed))
    rows, tallies = scorer.score(gold, system), score(gold, system)
    assert [figure_row(tally) for tally in tallies] == [
        {key: pytest.approx(value) if isinstance(value, float) else value for key, value in row.items() if not key.startswith("_")} for row in rows
    ]
    assert [(list(tally.missed), list(tally.invented)) for tally in tallies] == [(row["_misses"], row["_invented"]) for row in rows]
    for kind, total in scorer.by_relation(rows).items():
        group = [tally for tally in tallies if tally.kind == kind]
        ours = figures(group)
        assert (ours.precision, ours.recall, ours.f1, mean_f1(group)) == pytest.approx([total[key] for key in ("precision", "recall", "f1", "macro")])


def figure_row(tally):
    total = figures([tally])
    row = {"doc": tally.document, "relation": tally.kind, "gold": total.gold, "system": total.system, "hits": total.hits}
    row |= {"precision": total.precision, "recall": total.recall, "f1": total.f1}
    return row | dict.fromkeys(ATTRIBUTES.get(tally.kind, ()), 0.0) | agreement([tally], tally.kind)


def test_the_gold_agrees_with_itself(gold):
    assert all(figures([tally]).f1 == 1 for tally in score(gold, gold) if tally.hits)


@pytest.mark.parametrize(
    ("gold_place", "ours", "same"),
    [
        ("¶21", "¶21", True),
        ("¶2", "¶21", False),
        ("Ⅱ.1", "Ⅱ.1 ¶3", True),
        ("II.1", "Ⅱ.1", True),
        ("¶5", "¶5(a)", True),
        ("¶5(a)", "¶5", False),
        ("annex ¶2", "Annex¶2", True),
    ],
)
def test_places(gold_place, ours, same):
    assert same_place(gold_place, ours) is same


@pytest.mark.parametrize(
    ("wanted", "ours", "same"),
    [
        (end("group:states", "a"), end("group:experts", "b"), True),
        (end("group:states"), end("state:CHL"), False),
        (end("state:CHL", "Chile"), {"kind": "State", "id": None, "surface": "Chile"}, False),
        (end("org:pax", "PAX"), {"kind": "NGO", "id": None, "surface": "“Pax”"}, True),
        (end("org:x", "Institute for Peace"), {"kind": "NGO", "id": None, "surface": "the Institute for Peace"}, True),
        (end("org:x", "Institute for Peace"), {"kind": "NGO", "id": None, "surface": "Peace"}, False),
        ({"kind": "Person", "id": None, "surface": ""}, {"kind": "Person", "id": None, "surface": ""}, False),
        (None, None, False),
    ],
)
def test_entities(wanted, ours, same):
    assert same_entity(wanted, ours) is same


@pytest.mark.parametrize(
    ("wanted", "ours", "same"),
    [
        (claim(), claim(loc="¶1 ¶2"), True),
        (claim(), claim("SUPPORTS_BAN"), True),
        (claim(), claim("OPPOSES"), False),
        (claim(), claim(target=BAN), False),
        (claim(target="proposal:meaningful-human-control"), claim(target=CONTROL), True),
        (claim("SPOKE_ON", "person:a", "concept:other"), claim("SPOKE_ON", "person:a", "concept:ethics"), True),
        (claim("SIGNED", "org:pax", "doc:a"), claim("SIGNED", "org:pax", "doc:b"), True),
        (claim("CITES", "doc:a", "doc:b"), claim("CITES", "doc:x", "doc:b", "note 9"), True),
        (claim("RECOMMENDS", "doc:a", "doc:b"), claim("RECOMMENDS", "doc:x", "doc:y"), True),
        (claim("MENTIONS", "doc:a", "concept:ethics"), claim("MENTIONS", "doc:a", "concept:autonomy"), False),
    ],
)
def test_claims(wanted, ours, same):
    assert matches(wanted, ours) is same


@pytest.mark.parametrize(
    ("row", "kind", "counts"),
    [
        (claim(), "POSITION", True),
        (claim(target="concept:ethics"), "VIEW", True),
        (claim(target=CONTROL), "POSITION", True),
        (claim(target="proposal:other"), "POSITION", False),
        (claim("SPOKE_ON", "person:a", "concept:other"), "SPOKE_ON", True),
    ],
)
def test_kinds(row, kind, counts):
    assert (kind_of(row), comparable(row)) == (kind, counts)


@pytest.mark.parametrize(
    ("name", "wanted", "ours", "same"),
    [
        ("modality", None, "stated", True),
        ("modality", "conditional", None, False),
        ("quantifier", "some", None, False),
        ("addressee", ["states", "all"], ["all", "states"], True),
        ("addressee", ["states"], ["all", "states"], False),
    ],
)
def test_attributes(name, wanted, ours, same):
    assert same_attribute({name: wanted}, {name: ours}, name) is same


def test_optional_gold_counts_neither_way():
    wanted = [claim(), claim(loc="¶2", optional=True)]
    assert [figures(score(wanted, system)).f1 for system in ([claim()], [claim(), claim(loc="¶2")])] == [1.0, 1.0]


def test_what_is_not_optional_is_paired_first():
    assert figures(score([claim(optional=True), claim()], [claim()])).hits == 1


def test_a_text_without_positions():
    (tally,) = score([{"doc": "a", "relation": "NONE"}], [claim(), claim("CITES", "doc:a", "doc:b")])
    assert (tally.kind, tally.missed, len(tally.invented)) == ("POSITION", (), 1)


@pytest.mark.parametrize(("name", "document"), [("000", "000"), ("000_16d", "000"), ("0001", None), ("000_16d_x", "000_16d")])
def test_names_of_documents(name, document):
    assert document_of(name, {"000", "000_16d"} if name.endswith("x") else {"000"}) == document


counts = st.integers(0, 4)
passages = st.lists(st.tuples(counts, counts, counts), max_size=12)


def tally_of(units, *, kind="POSITION"):
    """A tally with the given hits, misses and inventions in each passage."""
    rows = [[claim(loc=f"¶{number}")] * amount for number, unit in enumerate(units) for amount in unit]
    hits, missed, invented = ([row for group in rows[index::3] for row in group] for index in range(3))
    return Tally("a", kind, tuple((row, row) for row in hits), tuple(missed), tuple(invented))


@settings(max_examples=30, deadline=None)
@given(passages, st.randoms(use_true_random=False))
def test_intervals_are_ordered_and_repeatable(units, chance):
    found = intervals([tally_of(units)])
    for each in (found.precision, found.recall, found.f1):
        assert 0 <= each.low <= each.high <= 1
    shuffled = list(units)
    chance.shuffle(shuffled)
    assert intervals([tally_of(shuffled)]) == found


@settings(max_examples=20, deadline=None)
@given(st.tuples(counts, counts, counts))
def test_one_passage_gives_no_width(unit):
    total, found = figures([tally_of([unit])]), intervals([tally_of([unit])])
    assert (found.precision, found.recall, found.f1) == tuple(Interval(value, value) for value in (total.precision, total.recall, total.f1))


def test_more_passages_narrow_the_interval():
    few, many = (intervals([tally_of([(1, 0, 0), (0, 1, 1)] * number)]).f1 for number in (4, 60))
    assert few.low < many.low < 0.5 < many.high < few.high


def test_the_width_is_that_of_95_percent():
    precision = intervals([tally_of([(1, 0, 0), (0, 0, 1)] * 50)]).precision
    assert precision.high - precision.low == pytest.approx(2 * 1.96 * 0.05, rel=0.15)


def test_draws_without_claims_say_nothing_of_precision():
    found = intervals([tally_of([(1, 0, 0)] + [(0, 1, 0)] * 30)])
    assert (str(found.precision), found.recall.low) == ("1.00–1.00", 0.0)


def test_an_invention_falls_to_the_passage_of_the_gold_above_it():
    wanted, invented = claim(loc="Ⅱ.1"), claim(loc="Ⅱ.1 ¶3")
    assert str(intervals([Tally("a", "POSITION", ((wanted, wanted),), (), (invented,))]).precision) == "0.50–0.50"


sure = st.floats(0, 1)


@given(st.lists(st.tuples(sure, st.booleans())))
def test_bins_hold_every_claim_once(judged):
    hits = tuple((claim(), {"confidence": given}) for given, right in judged if right)
    invented = tuple({"confidence": given} for given, right in judged if not right)
    bins = reliability([Tally("a", "POSITION", hits, (), invented)])
    assert sum(each.claims for each in bins) == len(judged)
    assert sum(each.right * each.claims for each in bins) == pytest.approx(len(hits))
    assert all(each.low - 1e-9 <= each.confidence <= each.high + 1e-9 for each in bins)
    assert 0 <= calibration_error(bins) <= 1


@pytest.mark.parametrize("edge", EDGES)
def test_an_edge_belongs_to_the_bin_above(edge):
    (each,) = reliability([Tally("a", "POSITION", (), (), ({"confidence": edge},))])
    assert each.low == edge or (edge == each.high == 1)


def test_claims_without_confidence_are_in_no_bin():
    assert reliability([Tally("a", "POSITION", (), (), (claim(),))]) == []


def test_the_calibration_error_weighs_bins_by_claims():
    invented = ({"confidence": 1.0},) + ({"confidence": 0.5},) * 3
    assert calibration_error(reliability([Tally("a", "POSITION", (), (), invented)])) == 0.625
