"""Bars over time: how many holders are recorded with each stance, year by year. Numbers in, markup out; pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from math import ceil

from dashboards.look import STANCES
from dashboards.markup import element, safe

_LABELS, _SIGNED = 12, 24  # years that are named below the bars; bars up to which each bears its sign and number


def bars(counted: Sequence[tuple[str, str, int]], about: str, say: Callable[..., str]) -> str:
    """A group of bars a year, in the stances' colours with their signs and numbers; those of no known date («») stand apart.

    ``counted`` has year, stance and number, by year; ``about`` says what is shown.
    """
    years = [(year, list(those)) for year, those in groupby(counted, key=lambda each: each[0])]
    most, every = max(number for *_, number in counted), ceil(len(years) / _LABELS)
    groups = []
    for at, (year, those) in enumerate(years):
        named = year or say("positions.undated")
        drawn = "".join(_bar(named, stance, number, most, len(counted) <= _SIGNED, say) for _, stance, number in those)
        label = element("span", safe(named) if at % every == 0 else "", class_="r-year-name")
        groups.append(element("div", element("div", drawn, class_="r-columns"), label, class_="r-year" if year else "r-year r-undated"))
    return element("div", *groups, class_="r-years", role="img", aria_label=about)


def _bar(year: str, stance: str, number: int, most: int, signed: bool, say: Callable[..., str]) -> str:
    words = f"{year} · {say(f'stances.{stance}')} · {say('positions.holders')}: {number}"
    above = element("span", safe(f"{STANCES[stance].sign}\n{number}"), class_="r-above") if signed else ""
    height = f"height:{100 * number / most:.1f}%;background:{STANCES[stance].colour}"
    return element("div", above, element("span", class_="r-column", style=height), class_="r-counted", title=words)
