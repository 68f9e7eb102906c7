"""Korean personal names in Latin letters, as their bearers mostly write them. A name in Hangul in, its usual spelling out; pure.

Given names follow the Revised Romanization of Korean (Ministry of Culture and Tourism, 2000): syllable by syllable, joined by a hyphen.
The most frequent surnames, and the syllables 우 and 현, are spelt by usage where it differs («Lee», not «I»; «Yong-hyun», not «Yong-hyeon»).
"""

from __future__ import annotations

_FIRST, _LAST = 0xAC00, 0xD7A3
_VOWELS, _FINALS = 21, 28
_INITIAL = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "-", "j", "jj", "ch", "k", "t", "p", "h"]
_MEDIAL = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"]
_FINAL = ["-", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"]
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄변채원천방공현함염추소석선설길반국여옥맹탁편육예봉"
)
_SPELT = {
    "김": "kim", "이": "lee", "박": "park", "최": "choi", "강": "kang", "조": "cho", "윤": "yoon", "임": "lim", "오": "oh",
    "신": "shin", "권": "kwon", "안": "ahn", "고": "ko", "유": "yoo", "노": "noh",
}  # fmt: skip
_USUAL = {"우": "woo", "현": "hyun"}
_LENGTH = 3  # syllables of a name that is hardly anything else: those of two are words too, those of four mostly foreign


def romanised(name: str) -> str | None:
    """A Korean person's full name in Latin letters («이정란» → «Lee Jeong-ran»); none of what does not look like one."""
    if len(name) != _LENGTH or name[0] not in _SURNAMES or not all(_FIRST <= ord(letter) <= _LAST for letter in name):
        return None
    return f"{(_SPELT.get(name[0]) or _syllable(name[0])).capitalize()} {'-'.join(map(_syllable, name[1:])).capitalize()}"


def _syllable(letter: str) -> str:
    code = ord(letter) - _FIRST
    parts = (_INITIAL[code // (_VOWELS * _FINALS)], _MEDIAL[code // _FINALS % _VOWELS], _FINAL[code % _FINALS])
    return _USUAL.get(letter) or "".join(part for part in parts if part != "-")
