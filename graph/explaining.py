"""What a named query is, in words: a report in, text to read out. Run as ``python -m graph.explaining`` it prints docs/reports.md. Pure."""

from __future__ import annotations

import json

from graph.queries import load_reports
from graph.reports import Parameter, Report

_HEAD = """# Reports

Made from the headers in `cypher/reports` by `python -m graph.explaining > docs/reports.md`. `rapporteur report NAME` runs one,
`--param KEY=VALUE` sets a parameter, `--explain` shows its Cypher. Rows and their order are the same in the embedded store and in Neo4j.
"""


def explained(report: Report) -> str:
    """Title, question, parameters, columns, the example's command line and the Cypher."""
    lines = [report.title, "", report.question, ""]
    if report.asks:
        lines += ["Parameters", *_aligned([(one.name, f"{_what(one)}, default {json.dumps(one.default)}", one.says) for one in report.asks]), ""]
    lines += ["Columns", *_aligned([(column.name, column.says) for column in report.gives]), ""]
    return "\n".join([*lines, "Example", f"  {report.command()}", "", "Cypher", report.query.strip(), ""])


def as_page(reports: dict[str, Report]) -> str:
    """All reports as a page of Markdown."""
    table = ["| report | question |", "| --- | --- |", *(f"| [`{each.name}`](#{each.name}) | {each.question} |" for each in reports.values())]
    return "\n".join([_HEAD, *table, "", *("\n".join(_section(each)) for each in reports.values())])


def _section(report: Report) -> list[str]:
    asked = [f"- `{one.name}` ({_what(one)}, default `{json.dumps(one.default)}`): {one.says}" for one in report.asks]
    given = ", ".join(f"`{column.name}` ({column.says})" for column in report.gives)
    return [
        f"## {report.name}", "", report.question, "", *asked, *([""] if asked else []), f"Columns: {given}.", "", f"    {report.command()}", "",
    ]  # fmt: skip


def _what(parameter: Parameter) -> str:
    """What a value of the parameter is."""
    match parameter.kind:
        case "id":
            return "id of a " + " or ".join(parameter.labels)
        case "choice":
            return " or ".join(parameter.choices)
        case "node":
            return "id of any node"
        case "document":
            return "file name of a document"
        case kind:
            return kind


def _aligned(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows as lines, all but their last cell padded."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]) - 1)]
    return ["  " + "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]) for row in rows]


if __name__ == "__main__":
    print(as_page(load_reports()), end="")
