"""Who does not want a ban is never for one, and who does not fight it never against, whatever verb is denied and however: in three languages."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from extract.evaluation.batteries import TITLES, positions_in

pytestmark = pytest.mark.slow

SENTENCES = {"en": "Kenya {} a ban on autonomous weapons.", "zh": "日本{}禁止致命性自主武器。", "ko": "일본은 자율살상무기의 금지{}."}
FOR = {
    "en": (
        "support back endorse favour welcome accept embrace advocate call_for press_for push_for ask_for sign_up_to join "
        "see_the_need_for see_merit_in recommend propose agree_to commit_itself_to champion promote approve_of subscribe_to "
        "like_to_see want_to_see insist_on vote_for speak_for come_out_for go_along_with throw_its_weight_behind believe_in "
        "see_any_reason_for lend_its_support_to share_the_enthusiasm_for share_the_demand_for"
    ),
    "zh": "支持 赞成 赞同 同意 欢迎 拥护 呼吁 主张 接受 认同 推动 倡导 提倡 要求 加入 投票支持 看好",
    "ko": "를_지지 에_찬성 에_동의 를_환영 를_요구 를_촉구 를_주장 를_수용 를_옹호 에_공감 에_동참 를_호소",
}
AGAINST = {
    "en": "oppose reject object_to stand_in_the_way_of rule_out resist dismiss fight block speak_against vote_against exclude",
    "zh": "反对 拒绝 抵制 排斥 否决 阻挠 质疑 排除",
    "ko": "에_반대 를_거부 에_반발 를_저지",
}
DENIED = {
    "en": (
        "does not {}|did not {}|would not {}|cannot {}|will not {}|is unwilling to {}|refuses to {}|declined to {}|"
        "is not ready to {}|is in no position to {}|saw no reason to {}|has no intention to {}|is reluctant to {}|"
        "has yet to {}|never meant to {}|has never been able to {}|feels unable to {}"
    ),
    "zh": "不{}|并不{}|没有{}|从未{}|不会{}|不愿{}|不能{}|无法{}|难以{}|拒绝{}|不准备{}|无意{}|不再{}|尚未{}|没有理由{}|暂不{}",
    "ko": "{}하지 않는다|{}하지 않았다|{}할 수 없다|{}하기 어렵다|{}할 생각이 없다|{}한 적이 없다|{}하기를 거부했다|{}하지 않는다고 밝혔다",
}
NOT_FOUGHT = {
    "en": "does not {}|did not {}|would not {}|will not {}|is not going to {}|would be the last to {}|sees no reason to {}|has never wanted to {}",
    "zh": "不{}|并不{}|没有{}|从未{}|不会{}|不再{}|无意{}|没有理由{}|不想{}",
    "ko": "{}하지 않는다|{}하지 않았다|{}할 생각이 없다|{}할 이유가 없다|{}하지 않기로 했다|{}하지 않는다고 밝혔다",
}
CASES = [
    pytest.param(language, verbs, ways, wrong, id=f"{language} {wrong}")
    for verbs, ways, wrong in ((FOR, DENIED, "SUPPORTS_BAN"), (AGAINST, NOT_FOUGHT, "OPPOSES_BAN"))
    for language in TITLES
]


@pytest.mark.parametrize(("language", "verbs", "ways", "wrong"), CASES)
def test_what_is_denied_is_not_held(tmp_path: Path, language: str, verbs: dict[str, str], ways: dict[str, str], wrong: str) -> None:
    path, held = tmp_path / "text.txt", []
    for verb, way in product(verbs[language].split(), ways[language].split("|")):
        said = SENTENCES[language].format(way.format(verb.replace("_", " ")))
        held += [said for claim in positions_in(said, language, path) if claim.relation == wrong]
    assert held == []
