"""Source maps always lead back to the same characters, however they are cut and chained."""

from hypothesis import given
from hypothesis import strategies as st

from graph.sourcemap import SourceMap, joined


@st.composite
def repaired(draw):
    """A source, a text made of slices of it with inserted characters between, and the map from the second to the first."""
    original = draw(st.text(min_size=1, max_size=60))
    cuts = sorted(draw(st.lists(st.integers(0, len(original)), min_size=2, max_size=8)))
    text, runs = "", []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        runs.append((len(text), start, end - start))
        text += original[start:end] + draw(st.sampled_from(["", " ", "\n"]))
    return original, text, SourceMap(tuple(joined(runs)))


def read(spans, source):
    return "".join(source[start:end] for start, end in spans)


@given(repaired(), st.data())
def test_spans_lead_to_the_same_characters(made, data):
    source, text, source_map = made
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    covered = {low + i for low, _, length in source_map.runs for i in range(length)}
    assert read(source_map.spans(start, end), source) == "".join(text[i] for i in range(start, end) if i in covered)


@given(repaired(), st.data())
def test_a_slice_has_the_maps_slice(made, data):
    source, text, source_map = made
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert read(source_map.cut(start, end).spans(0, end - start), source) == read(source_map.spans(start, end), source)


@given(repaired(), st.data())
def test_two_maps_in_a_row_are_one(made, data):
    source, middle, outer = made
    if not middle:
        return
    start = data.draw(st.integers(0, len(middle)))
    end = data.draw(st.integers(start, len(middle)))
    inner = SourceMap.identity(end - start, source=start)
    assert read(inner.through(outer).spans(0, end - start), source) == read(outer.spans(start, end), source)


def test_inserted_characters_come_from_nowhere():
    assert SourceMap(((0, 0, 3), (4, 5, 3))).spans(3, 4) == ()


def test_an_empty_text_has_no_runs():
    assert SourceMap.identity(0).runs == ()
