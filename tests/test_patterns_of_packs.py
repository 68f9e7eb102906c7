"""Patterns of the packs are compiled when first met: here all of them are, so that a wrong one is told before a text meets it."""

import pytest

from extract.language import languages
from extract.positions.pack.lexicon import lexicon


@pytest.mark.slow
@pytest.mark.parametrize("language", languages())
def test_every_pattern_compiles(language: str) -> None:
    checks = [check for checks in lexicon(language).matcher._tried for check in checks]
    assert all(check.match for check in checks)
