"""Writes the page whose screenshot is docs/ban-table.png, the README's picture: some rows of the ban table of the sample documents.

Run after ``rapporteur run``: ``python docs/picture.py > page.html``; then a browser, 1320 × 500, takes the picture.
"""

import sys
from html import escape

from graph.queries import run_report
from graph.store import open_store
from graph.tables import cell_text, recorded, selected

COLUMNS = ("state", "stance", "since", "documents", "quote", "under")
SIGNS = {"supports": ("＋", "#0072B2"), "opposes": ("−", "#D55E00"), "neither": ("～", "#E69F00")}
SHOWN = ("Algeria", "Austria", "Brazil", "Ghana", "Jordan", "Australia", "Israel", "United Kingdom", "United States", "China")
STYLE = (
    "body{font:15px/1.5 system-ui,'Noto Sans','Noto Sans CJK KR',sans-serif;margin:18px;color:#222}p{font-size:17px}"
    "table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:3px 14px 3px 0;border-bottom:1px solid #ddd;vertical-align:top}"
    "td:nth-child(-n+3),td:nth-child(5){white-space:nowrap}body{overflow:hidden}th{color:#666;font-weight:600}td:nth-child(4){color:#666;font-size:13px}td:nth-child(6){color:#666;font-size:13px}"
)


def main(place: str) -> None:
    with open_store(place) as graph:
        table = run_report(graph, "who-backs-a-ban")
    head = "".join(f"<th>{column}</th>" for column in COLUMNS)
    rows = "".join(row_of(row) for row in selected(table, *COLUMNS).rows if row[0] in SHOWN)
    print(f'<!DOCTYPE html><meta charset="utf-8"><style>{STYLE}</style><p>{escape(recorded(table))}</p><table><tr>{head}</tr>{rows}</table>')


def row_of(row: tuple[object, ...]) -> str:
    sign, colour = SIGNS[str(row[1])]
    stance = f'<b style="color:{colour}">{sign} {row[1]}</b>'
    cells = [escape(cell_text(value)) for value in row]
    return f"<tr><td>{cells[0]}</td><td>{stance}</td>" + "".join(f"<td>{cell}</td>" for cell in cells[2:]) + "</tr>\n"


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "rapporteur-workspace/graph.kgl")
