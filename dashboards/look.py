"""How stances, kinds and confidence look, everywhere the same: colours safe for colour-blind readers, each with a sign or a shape. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

SUPPORTS, OPPOSES, NEITHER, CONTESTED, SILENT = "supports", "opposes", "neither", "contested", "silent"


@dataclass(frozen=True, slots=True)
class Look:
    """A colour of the Okabe–Ito palette with a sign."""

    colour: str
    sign: str


STANCES = {
    SUPPORTS: Look("#0072B2", "＋"), OPPOSES: Look("#D55E00", "−"), NEITHER: Look("#E69F00", "～"),
    CONTESTED: Look("#CC79A7", "⚡"), SILENT: Look("#B8BDC2", ""),
}  # fmt: skip
#: The stance that a position's relation states.
STANCE_OF = {
    "SUPPORTS_BAN": SUPPORTS, "SUPPORTS": SUPPORTS, "OPPOSES_BAN": OPPOSES, "OPPOSES": OPPOSES, "QUALIFIES_BAN": NEITHER, "QUALIFIES": NEITHER,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind's muted colour, its outline in a box of 16 × 16 (SVG), and vis-network's nearest shape."""

    colour: str
    outline: str
    vis: str


KINDS = {
    "State": Shape("#4C6A8A", '<circle cx="8" cy="8" r="6"/>', "dot"),
    "NGO": Shape("#5B8A72", '<path d="M8 1.5 14.5 8 8 14.5 1.5 8Z"/>', "diamond"),
    "InternationalOrganization": Shape("#6A6FA3", '<path d="M4.5 2h7L15 8l-3.5 6h-7L1 8Z"/>', "hexagon"),
    "Institution": Shape("#7A7F66", '<path d="M2.5 2.5h11v11h-11Z"/>', "square"),
    "Coalition": Shape("#3F8A8C", '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor"/><circle cx="8" cy="8" r="3.4"/>', "dot"),
    "Person": Shape("#8A6A5B", '<circle cx="8" cy="8" r="3.2"/>', "dot"),
    "Group": Shape("#8C8C8C", '<circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 2"/>', "dot"),
    "Concept": Shape("#7B6B94", '<rect x="1.5" y="4" width="13" height="8" rx="3.5"/>', "box"),
    "Proposal": Shape("#5F6368", '<rect x="2" y="3.5" width="12" height="9" rx="1" fill="none" stroke="currentColor" stroke-width="1.8"/>', "box"),
    "Event": Shape("#94764B", '<path d="M8 2 14.5 13.5h-13Z"/>', "triangle"),
    "Document": Shape("#6E7781", '<path d="M3.5 1.5h6l3 3v10h-9Z"/>', "box"),
    "Recommendation": Shape("#6E7781", '<path d="M2.5 4h11v1.8h-11Zm0 3.2h11V9h-11Zm0 3.2h7v1.8h-7Z"/>', "box"),
}  # fmt: skip


def sign(stance: str) -> str:
    """The sign of a stance."""
    return STANCES[stance].sign


def badge(stance: str, words: str) -> str:
    """A stance as markup: its sign on its colour, and the words (markup already)."""
    return f'<span class="r-stance r-{stance}"><span class="r-sign" aria-hidden="true">{STANCES[stance].sign}</span>{words}</span>'


def icon(kind: str, title: str = "") -> str:
    """A kind's shape as markup; ``title`` (markup already) for those who cannot see it."""
    said = f'role="img" aria-label="{title}"' if title else 'aria-hidden="true"'
    return f'<span class="r-kind r-{kind if kind in KINDS else "Document"}" {said}></span>'


#: What stands behind text in the two themes (dashboards/.streamlit/config.toml).
PAPER = {"light": "#FFFFFF", "dark": "#14181C"}
#: What stands on the primary colour; Streamlit's own white is too weak on the light blue of the dark theme.
INK = {"light": "#FFFFFF", "dark": "#0B1A24"}


def style() -> str:
    """The colours of stances and the shapes of kinds as a style sheet; what differs between the themes follows the colour scheme of the page."""
    colours = "".join(f"--r-{stance}:{each.colour};" for stance, each in STANCES.items())
    shapes = "".join(f".r-kind.r-{kind}{{background:{shape.colour};mask-image:url('{_picture(shape)}')}}" for kind, shape in KINDS.items())
    themes = "".join(f"--r-{name}:light-dark({each['light']},{each['dark']});" for name, each in (("paper", PAPER), ("ink", INK)))
    return f":root{{{themes}{colours}}}{shapes}"


def _picture(shape: Shape) -> str:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{shape.outline.replace("currentColor", "#000")}</svg>'
    return "data:image/svg+xml," + quote(svg)
