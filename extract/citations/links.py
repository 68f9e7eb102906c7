"""Documents cited by address: links with a title, and bare URLs. A passage in, what is found out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.citations.found import Found
from extract.citations.known import document_id, known_title
from graph.ids import slug
from graph.records import Passage

URL = re.compile(r"https?://[^\s<>\[\]《》「」“”\"，。；、）]+")
MARKDOWN = re.compile(r"(?<!!)\[(?P<title>[^\[\]\n]{3,200})\]\(\s*<?(?P<url>https?://[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+\"[^\"]*\")?\s*\)")
ANCHOR = re.compile(r"<a\s[^>]*?href=[\"'](?P<url>https?://[^\"']+)[\"'][^>]*>(?P<title>[^<]{3,200})</a>", re.I)
DOI = re.compile(r"(?<![\w/.])(?:doi:\s?)(10\.\d{4,9}/[^\s;，；,)）]+)|\barXiv:(\d{4}\.\d{4,5})", re.I)


def find_links(passage: Passage) -> Iterator[Found]:
    """Links and addresses. A site's front page is no document; nor is the link of a heading, which leads to the text itself."""
    if passage.kind in {"title", "heading"}:
        return
    titled = [match for pattern in (MARKDOWN, ANCHOR) for match in pattern.finditer(passage.text)]
    for match in titled:
        known = known_title(match["title"])
        if known or (_is_page(match["url"]) and len(slug(match["title"])) > 2):
            identity = (known and document_id(known, match["title"])) or f"doc:{slug(match['title'])}"
            yield Found(identity, match.start("title"), match.end("title"), "link", 0.9, known=known is not None)
    for match in URL.finditer(passage.text):
        address = _trimmed(match[0])
        if _is_page(address) and not any(link.start() <= match.start() < link.end() for link in titled):
            yield Found(url_id(address), match.start(), match.start() + len(address), "url", 0.9)
    for match in DOI.finditer(passage.text):
        yield Found(f"doc:{slug(match[0].replace('doi:', 'doi '))}", *match.span(), "url", 0.9)


def url_id(address: str) -> str:
    """The id of a page: host and path, without protocol, ``www``, query and fragment."""
    place = re.sub(r"^https?://(?:www\.)?|[?#].*$", "", address)
    return f"doc:{slug(place)}"


def _trimmed(address: str) -> str:
    """Without the punctuation of the sentence it stands in; a closing bracket stays if it was opened."""
    address = re.sub(r"[.,;:!?'*_~]+$", "", address)
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(".,;:")
    return address


def _is_page(address: str) -> bool:
    return re.search(r"^https?://[^/]+/[^/?#]", address) is not None
