"""The plainest sentences of the debate: whoever holds it, however it is said, in three languages. None may be missed, and nothing else be read."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from extract.evaluation.batteries import TITLES
from extract.pipeline import read_document
from graph.records import Claim

pytestmark = pytest.mark.slow

JOINTS = {"en": "{} {}.", "zh": "{}{}。", "ko": "{} {}."}
HOLDERS = {
    "en": [
        ("Japan", "state:JPN"),
        ("The Government of Japan", "state:JPN"),
        ("The Japanese government", "state:JPN"),
        ("Japan's foreign minister", "state:JPN"),
        ("The Japanese delegation", "state:JPN"),
        ("The delegation of Japan", "state:JPN"),
        ("The representative of Japan", "state:JPN"),
        ("Tokyo", "state:JPN"),
        ("The Republic of Korea", "state:KOR"),
        ("The United Kingdom", "state:GBR"),
        ("The Netherlands", "state:NLD"),
        ("The Holy See", "state:VAT"),
        ("Human Rights Watch", "org:human-rights-watch"),
        ("The ICRC", "org:international-committee-of-the-red-cross"),
        ("Professor Noel Sharkey", "person:noel-sharkey"),
        ("Some delegations", "group:delegations"),
        ("A number of states", "group:states"),
        ("Several experts", "group:experts"),
        ("The Non-Aligned Movement", "org:movement-of-non-aligned-countries"),
        ("Amnesty International", "org:amnesty-international"),
        ("Dr Maria Lopez, a lawyer at the Harbour Institute,", "person:maria-lopez"),
        ("The Ministry of Foreign Affairs of Japan", "org:ministry-of-foreign-affairs-of-japan"),
        ("Ambassador Keiko Mori of Japan", "person:keiko-mori"),
    ],
    "zh": [
        ("日本", "state:JPN"),
        ("日本政府", "state:JPN"),
        ("日本代表", "state:JPN"),
        ("日本代表团", "state:JPN"),
        ("日本外务大臣", "state:JPN"),
        ("东京方面", "state:JPN"),
        ("大韩民国", "state:KOR"),
        ("英国", "state:GBR"),
        ("梵蒂冈", "state:VAT"),
        ("人权观察", "org:human-rights-watch"),
        ("红十字国际委员会", "org:international-committee-of-the-red-cross"),
        ("一些代表团", "group:delegations"),
        ("不少国家", "group:states"),
        ("几位专家", "group:experts"),
        ("不结盟运动", "org:movement-of-non-aligned-countries"),
        ("大赦国际", "org:amnesty-international"),
    ],
    "ko": [
        ("일본은", "state:JPN"),
        ("일본 정부는", "state:JPN"),
        ("일본 대표는", "state:JPN"),
        ("일본 대표단은", "state:JPN"),
        ("일본 외무상은", "state:JPN"),
        ("도쿄는", "state:JPN"),
        ("대한민국은", "state:KOR"),
        ("영국은", "state:GBR"),
        ("교황청은", "state:VAT"),
        ("휴먼라이츠워치는", "org:human-rights-watch"),
        ("국제적십자위원회는", "org:international-committee-of-the-red-cross"),
        ("일부 대표단은", "group:delegations"),
        ("여러 국가는", "group:states"),
        ("몇몇 전문가들은", "group:experts"),
        ("비동맹운동은", "org:movement-of-non-aligned-countries"),
        ("국제앰네스티는", "org:amnesty-international"),
    ],
}
SAID = {
    "en": [
        ("supports a ban on lethal autonomous weapons", "SUPPORTS_BAN", "preemptive-ban"),
        ("is opposed to a ban on lethal autonomous weapons", "OPPOSES_BAN", "preemptive-ban"),
        ("called for negotiations on a legally binding instrument on autonomous weapons", "SUPPORTS", "legally-binding-instrument"),
        ("said that existing international humanitarian law was sufficient to deal with autonomous weapons", "SUPPORTS", "existing-ihl-sufficient"),
        ("does not support a treaty on autonomous weapons", "OPPOSES", "legally-binding-instrument"),
        ("argued that a political declaration on autonomous weapons would be a good first step", "SUPPORTS", "political-declaration"),
        ("stressed the need for meaningful human control over autonomous weapons", "SUPPORTS", "meaningful-human-control"),
        ("expressed support for a moratorium on lethal autonomous weapons", "SUPPORTS", "moratorium"),
    ],
    "zh": [
        ("支持禁止致命性自主武器", "SUPPORTS_BAN", "preemptive-ban"),
        ("反对禁止致命性自主武器", "OPPOSES_BAN", "preemptive-ban"),
        ("呼吁就自主武器谈判一项具有法律约束力的文书", "SUPPORTS", "legally-binding-instrument"),
        ("认为现有国际人道法足以规范自主武器", "SUPPORTS", "existing-ihl-sufficient"),
        ("不赞成就自主武器缔结新条约", "OPPOSES", "legally-binding-instrument"),
        ("主张先就自主武器通过一项政治宣言", "SUPPORTS", "political-declaration"),
        ("强调必须对自主武器保持有意义的人类控制", "SUPPORTS", "meaningful-human-control"),
        ("表示支持暂停研发致命性自主武器", "SUPPORTS", "moratorium"),
    ],
    "ko": [
        ("자율살상무기의 금지를 지지한다", "SUPPORTS_BAN", "preemptive-ban"),
        ("자율살상무기의 금지에 반대한다", "OPPOSES_BAN", "preemptive-ban"),
        ("자율무기에 관한 법적 구속력 있는 문서의 협상을 촉구했다", "SUPPORTS", "legally-binding-instrument"),
        ("현행 국제인도법으로 자율무기를 충분히 규율할 수 있다고 주장했다", "SUPPORTS", "existing-ihl-sufficient"),
        ("자율무기에 관한 새로운 조약을 지지하지 않는다고 밝혔다", "OPPOSES", "legally-binding-instrument"),
        ("자율무기에 관한 정치적 선언이 바람직하다고 말했다", "SUPPORTS", "political-declaration"),
        ("자율무기에 대한 유의미한 인간 통제가 필요하다고 강조했다", "SUPPORTS", "meaningful-human-control"),
        ("자율살상무기 개발의 유예를 지지한다고 밝혔다", "SUPPORTS", "moratorium"),
    ],
}


@pytest.mark.parametrize("language", TITLES)
def test_plain_sentences_are_read_for_what_they_say(tmp_path: Path, language: str) -> None:
    path, missed = tmp_path / "plain.txt", []
    for (holder, entity), (said, relation, proposal) in product(HOLDERS[language], SAID[language]):
        sentence = JOINTS[language].format(holder, said)
        path.write_text(f"{TITLES[language]}\n{sentence}\n", encoding="utf-8")
        claims = [one for one in read_document(path, preview=True).claims if isinstance(one, Claim) and str(one.object.id).startswith("proposal:")]
        found = {(one.subject.id, one.relation, one.object.id) for one in claims}
        if (entity, relation, f"proposal:{proposal}") not in found or {subject for subject, _, _ in found} != {entity}:
            missed.append((sentence, found))
    assert missed == []
