"""Saving a picture: a web page that needs nothing else (pyvis), GraphML (networkx), CSV. A drawing in, text out; only ``offer`` draws."""

from __future__ import annotations

import io
import json
import re
from html import escape
from typing import Any

import networkx as nx
import streamlit as st
from pyvis.network import Network

from dashboards.downloads import csv_bytes
from dashboards.markup import clean
from dashboards.network.layout import Places
from dashboards.network.picture import Picture
from dashboards.network.rows import edge_table, node_table
from dashboards.network.style import Drawn, edge_title, node_title
from dashboards.words import language, say

#: pyvis links a style sheet and a script of the internet that the picture does not need.
_OUTSIDE = re.compile(r"<!-- <link\b.*?-->|<(?:link|script)\b[^>]*https?://[^>]*?/?>(?:\s*</script>)?", re.DOTALL)
_OPTIONS = {
    "physics": {"enabled": False},
    "edges": {"smooth": False},
    "nodes": {"font": {"size": 14, "strokeWidth": 4, "strokeColor": "#ffffff"}},
    "interaction": {"hover": True, "tooltipDelay": 150},
}


def offer(drawn: Drawn, shown: Picture, places: Places) -> None:
    """A button a format; nothing is made before it is asked for."""
    code = language()

    def page() -> str:
        return as_page(drawn, say("network.title"), say("network.recorded"), code)

    st.download_button(say("network.html"), page, "network.html", "text/html", key="network_html", on_click="ignore")
    st.download_button(
        say("network.graphml"), lambda: as_graphml(shown, places), "network.graphml", "application/xml", key="network_graphml", on_click="ignore"
    )
    st.download_button(
        say("network.csv_nodes"), lambda: csv_bytes(node_table(shown)), "nodes.csv", "text/csv", key="network_csv_nodes", on_click="ignore"
    )
    st.download_button(
        say("network.csv_edges"), lambda: csv_bytes(edge_table(shown)), "edges.csv", "text/csv", key="network_csv_edges", on_click="ignore"
    )


def as_page(drawn: Drawn, title: str, remark: str, code: str) -> str:
    """The drawing as one HTML file that works without the internet."""
    net = Network(height="88vh", width="100%", directed=True, cdn_resources="in_line")
    for node in drawn["nodes"]:
        net.add_node(node["id"], **_node(node, drawn["icons"]))
    for at, each in enumerate(drawn["captions"]):
        net.add_node(
            f"\x00{at}", label=each["words"], shape="text", x=each["x"], y=each["y"], font={"size": 19, "color": each["colour"]}, chosen=False
        )
    names = {node["id"]: node["name"] for node in drawn["nodes"]}
    for edge in drawn["edges"]:
        net.add_edge(edge["from"], edge["to"], **_edge(edge, edge_title(edge, names)))
    net.set_options(json.dumps(_OPTIONS))
    made = _OUTSIDE.sub("", net.generate_html())
    words = f'<p style="font:14px system-ui,sans-serif;clear:both;margin:.6rem">{escape(remark)} {_legend(drawn)}</p>'
    made = made.replace("<html>", f'<!DOCTYPE html>\n<html lang="{escape(code)}">', 1)
    made = made.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n<title>{escape(title)}</title>', 1)
    return made.replace("</body>", words + "</body>", 1)


def as_graphml(shown: Picture, places: Places) -> str:
    """The picture as GraphML: lists are joined, absent values left out, places kept."""
    made = nx.MultiDiGraph()
    for node in shown.nodes:
        x, y = places.get(node.id, (0.0, 0.0))
        known: dict[str, Any] = {"label": node.names["en"], "kind": node.kind, "region": node.region, "date": node.date, "x": x, "y": y}
        made.add_node(_xml(node.id), **_flat(known | {f"name_{code}": name for code, name in node.names.items()}))
    for edge in shown.edges:
        said: dict[str, Any] = {
            "relation": edge.relation, "stance": edge.stance, "claims": edge.claims, "documents": edge.documents,
            "first": edge.first, "last": edge.last,
            "confidence": edge.confidence, "quote": edge.quote, "quantifiers": edge.quantifiers, "roles": edge.roles, "firsthand": edge.firsthand,
        }  # fmt: skip
        made.add_edge(_xml(edge.source), _xml(edge.target), key=edge.relation, **_flat(said))
    out = io.BytesIO()
    nx.write_graphml(made, out, encoding="utf-8", named_key_ids=True)
    return out.getvalue().decode("utf-8")


def _node(node: Drawn, icons: dict[str, str]) -> Drawn:
    made: Drawn = {"label": node["label"], "title": _tip(node_title(node)), "x": node["x"], "y": node["y"], "physics": False}
    if "icon" in node:
        return made | {"shape": "image", "image": icons[node["icon"]], "size": node["size"]}
    font = {"color": "#ffffff", "strokeWidth": 0, "size": 17 if node["strong"] else 14}
    return made | {"shape": "box", "color": node["colour"], "font": font, "shapeProperties": {"borderRadius": node["round"]}, "margin": 8}


def _edge(edge: Drawn, title: str) -> Drawn:
    made: Drawn = {"title": _tip(title), "color": edge["colour"], "width": edge["width"], "dashes": [7, 5] if edge["dashed"] else False}
    made["arrows"] = {"to": {"enabled": edge["arrow"], "scaleFactor": 0.55}}
    return made | ({"smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.12 * edge["bend"]}} if "bend" in edge else {})


def _tip(text: str) -> str:
    """Titles never hold «href»: pyvis would turn to tips that are read as HTML."""
    return re.sub("(?i)(hr)(ef)", "\\1\u2060\\2", text)


def _legend(drawn: Drawn) -> str:
    return " · ".join(f'<span style="white-space:nowrap">{_mark(each)} {escape(each["words"])}</span>' for each in drawn["legend"])


def _mark(line: Drawn) -> str:
    if "kind" in line:
        return f'<img src="{escape(line["icon"])}" width="14" height="14" alt="">'
    return f'<span style="color:{escape(line["line"])}">{"- -" if line["dashed"] else "━"}</span>'


def _flat(values: dict[str, Any]) -> dict[str, Any]:
    joined = {key: "; ".join(value) if isinstance(value, tuple) else value for key, value in values.items()}
    return {key: _xml(value) if isinstance(value, str) else value for key, value in joined.items() if value is not None and value != ""}


def _xml(text: str) -> str:
    """Text without what XML cannot hold."""
    return "".join(
        letter
        for letter in clean(text)
        if letter in "\t\n" or (letter >= " " and not "\ud800" <= letter <= "\udfff" and letter not in "\ufffe\uffff")
    )
