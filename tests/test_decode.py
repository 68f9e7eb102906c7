"""Decoding: the right encoding for texts of every length, a clear refusal for what is no text, and a map that leads back."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.sources.clean import clean
from extract.sources.decode import decode
from graph.errors import InputError

SIMPLIFIED = (
    "委员会在上午的会议上听取了几个国家的发言。多数代表认为，人必须对使用武力的决定负责，机器不能代替人作出这样的判断。"
    "有的代表提出先就定义达成一致，再讨论需要什么样的规则；也有人说现在的法律已经够用，重要的是把它执行好。下午的会议讨论了技术发展的问题。"
)
TRADITIONAL = (
    "委員會在上午的會議上聽取了幾個國家的發言。多數代表認為，人必須對使用武力的決定負責，機器不能代替人作出這樣的判斷。"
    "有的代表提出先就定義達成一致，再討論需要什麼樣的規則；也有人說現在的法律已經夠用，重要的是把它執行好。下午的會議討論了技術發展的問題。"
)
KOREAN = (
    "위원회는 오전 회의에서 여러 나라의 발언을 들었다. "
    "다수의 대표는 무력을 쓰겠다는 결정에 사람이 책임을 져야 하며 기계가 그 판단을 대신할 수 없다고 말했다. "
    "먼저 정의에 합의한 뒤 어떤 규칙이 필요한지 논의하자는 제안도 있었고, 지금의 법으로 충분하다는 의견도 나왔다. 오후에는 기술의 발전을 다루었다. "
)
FRENCH = (
    "La délégation a déclaré que l’être humain doit garder la maîtrise de l’emploi de la force ; à ses yeux, c’est là une exigence du droit. "
    "D’autres ont répondu qu’il fallait d’abord s’accorder sur les définitions, où que mène le débat. "
)
SPANISH = "La delegación señaló que ningún país debería aceptar que una máquina decida por sí sola; ¿quién respondería? Pidió más tiempo. "
GERMAN = (
    "Die Abgeordneten drängten auf eine Lösung für die künftige Prüfung der Geräte; über das Maß der Kontrolle müsse öffentlich gestritten werden. "
)
JAPANESE = "委員会は午前の会合でいくつかの国の発言を聞いた。多くの代表は、武力を使うという決定には人間が責任を負うべきだと述べた。"
LANGUAGES = {
    "zh": (SIMPLIFIED, "gb18030"),
    "zh-traditional": (TRADITIONAL, "big5hkscs"),
    "ko": (KOREAN, "cp949"),
    "fr": (FRENCH, "cp1252"),
    "es": (SPANISH, "cp1252"),
    "de": (GERMAN, "cp1252"),
    "ja": (JAPANESE, "cp932"),
    "ja-euc": (JAPANESE, "euc_jp"),
}


@pytest.mark.parametrize("length", [40, 100, 200, 1000, 200_000])
@pytest.mark.parametrize("language", LANGUAGES)
def test_legacy_encodings_are_told_apart(language, length):
    text, encoding = LANGUAGES[language]
    written = (text * (length // len(text) + 1))[:length]
    found = decode(written.encode(encoding), "x.txt")
    assert (found.text, found.encoding) == (written, encoding)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stretch_of_some_length_is_read_right(language):
    text, encoding = LANGUAGES[language]
    pieces = [text[start : start + 60] for start in range(0, len(text) - 60, 7)]
    assert [piece for piece in pieces if decode(piece.encode(encoding), "x.txt").text != piece] == []


@pytest.mark.parametrize(("name", "encoding"), [("000", "gb18030"), ("001", "cp949"), ("002", "gb18030")])
@pytest.mark.parametrize("length", [120, 1000])
def test_stretches_of_the_originals_are_read_right(corpus, name, encoding, length):
    text = next(corpus.glob(f"{name}_*.txt")).read_text(encoding="utf-8")
    pieces = [text[start : start + length].encode(encoding, "ignore") for start in range(0, len(text) - length, 997)]
    wrong = [piece for piece in pieces if decode(piece, "x.txt").text != piece.decode(encoding)]
    assert wrong == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize(
    "text", [SIMPLIFIED, KOREAN, FRENCH, "Plain words only.\nTwo lines.\n", "𝔸 𠮷 中国\n"], ids=["zh", "ko", "fr", "ascii", "astral"]
)
def test_unicode_encodings(text, encoding):
    if encoding in ("utf-16-le", "utf-16-be") and "\n" not in text:
        text += "\nEnd of the text, in plain letters, as most files have some.\n" * 3
    assert decode(text.encode(encoding), "x.txt").text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("It’s here – “now”.", "cp1252"),
        ("caf\xe9", "cp1252"),
        ("30 \xb0C, \xa3 5", "cp1252"),
        ("The Chinese name is 中国.", "gb18030"),
        ("대한민국", "cp949"),
    ],
)
def test_a_few_characters_are_enough(text, encoding):
    assert decode(text.encode(encoding), "x.txt").text == text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("word \ud800 word".encode("utf-8", "surrogatepass"), "half a surrogate pair in line 1"),
        (codecs.BOM_UTF16_LE + "one\ntwo \udfff".encode("utf-16-le", "surrogatepass"), "half a surrogate pair in line 2"),
        (codecs.BOM_UTF16_LE + b"a\0b", "broken UTF-16-LE"),
        (codecs.BOM_UTF8 + b"\xff\xff", "broken UTF-8"),
        (SIMPLIFIED.encode()[:-1], "broken UTF-8"),
        (SIMPLIFIED.encode().replace("。".encode(), b"\xe3\x80", 1), "broken UTF-8 at byte"),
        (bytes(range(256)) * 20, "binary data"),
        (b"\0\x01\x02\x03" * 100, "binary data"),
        ("Привет, мир! Как дела?".encode("cp1251"), "neither UTF-8 nor any other encoding"),
    ],
    ids=["wtf-8", "utf-16-half", "utf-16-odd", "bom-broken", "cut-off", "one-broken", "all-bytes", "zeros", "other-alphabet"],
)
def test_what_is_no_text_is_refused(content, says):
    with pytest.raises(InputError, match=says) as caught:
        decode(content, "x.txt")
    assert str(caught.value).startswith("x.txt: ")
    assert "\n" not in str(caught.value)


def test_a_page_is_believed_what_it_declares():
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Привет'
    assert decode(page.encode("cp1251"), "x.html").text == page


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(content):
    try:
        said = decode(content, "x.txt").encoding
    except InputError as error:
        said = str(error)
    assert said
    assert "\n" not in said


@given(st.text(alphabet=st.sampled_from("ab中국 \r\n\t\f\x00\x07\x85\u2028\xad\u200b\ufeff"), max_size=80))
def test_cleaned_text_leads_back_to_the_same_characters(text):
    cleaned = clean(text, "x")
    for start, source, length in cleaned.source_map.runs:
        for new, old in zip(cleaned.text[start : start + length], text[source : source + length], strict=True):
            assert new == old or new == "\n"
    assert not set(cleaned.text) & set("\r\x00\x07\x85\u2028\xad\u200b\ufeff")
    assert sum(length for _, _, length in cleaned.source_map.runs) == len(cleaned.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\nd\u2028e", "a\nb\nc\nd\ne"),
        ("a\x00b\x07c\td\fe", "abc\td\fe"),
        ("auto\u00admatic", "automatic"),
        ("the auto\u00ad\nmatic, good kind", "the automatic,\ngood kind"),
    ],
    ids=["line-ends", "controls", "soft-hyphen", "soft-hyphen-at-line-end"],
)
def test_cleaning(text, expected):
    assert clean(text, "x").text == expected


def test_what_is_taken_out_is_counted():
    assert [(skip.reason, skip.text) for skip in clean("a\x00\x01b\x00\u200b", "x").skipped] == [
        ("control characters taken out", "3"),
        ("invisible formatting characters taken out", "1"),
    ]
