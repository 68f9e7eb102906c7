"""Who issues, signs and contributes."""

import pytest

from extract.mentions import find_mentions
from extract.names import load_names
from extract.reading import Reading
from extract.signatures import read_signatures
from graph.records import Claim, Document, Passage, Skipped


def read(*passages: Passage) -> list[Claim | Skipped]:
    mentions = tuple(find_mentions(one, load_names()) for one in passages)
    return list(read_signatures(Reading(Document("d", "0" * 64), passages, mentions)))


def names(*passages: Passage, relation: str = "SIGNED") -> list[str]:
    return [found.subject.surface or "" for found in read(*passages) if isinstance(found, Claim) and found.relation == relation]


def head(title: str, line: str, language: str) -> list[str]:
    return names(Passage("d", "head", 0, title, language, kind="title"), Passage("d", "head ¶2", 1, line, language))


HEADS = [
    ("zh", "关于机器的联合声明", "国际电信联盟（国际电联）、联合国教育、科学及文化组织（UNESCO）、安全之家",
     ["国际电信联盟（国际电联）", "联合国教育、科学及文化组织（UNESCO）", "安全之家"]),
    ("zh", "共同声明", "联合国裁军事务厅、联合国森林问题秘书长特别代表和负责海洋问题秘书长特别代表",
     ["联合国裁军事务厅", "联合国森林问题秘书长特别代表", "负责海洋问题秘书长特别代表"]),
    ("zh", "联合声明", "联合国区域间犯罪和司法研究所、国际劳工组织", ["联合国区域间犯罪和司法研究所", "国际劳工组织"]),
    ("zh", "年度报告", "国际电信联盟、国际劳工组织", []),
    ("zh", "联合声明", "我们，国际组织，于今日聚会，商讨机器问题。", []),
    ("en", "Joint Statement on Machines", "Human Rights Watch, Amnesty International and Article 36",
     ["Human Rights Watch", "Amnesty International", "Article 36"]),
    ("en", "Joint Statement on Machines", "We met in Geneva, spoke at length, and went home.", []),
    ("ko", "기계에 관한 공동성명", "국제노동기구(ILO), 유엔아동기금(UNICEF), 한국기계협회",
     ["국제노동기구(ILO)", "유엔아동기금(UNICEF)", "한국기계협회"]),
    ("ko", "연구 보고서", "국제노동기구, 한국기계협회", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "line", "expected"), HEADS)
def test_the_issuers_of_a_joint_statement(language: str, title: str, line: str, expected: list[str]) -> None:
    assert head(title, line, language) == expected


LOGOS = [
    ("en", "Signatories", "International Labour Organization", "International Labour Organization"),
    ("en", "Signatories", "Inter-Parliamentary Union For peace. For everyone.", "Inter-Parliamentary Union"),
    ("en", "Signatories", "**itc** International Tin Centre", "International Tin Centre"),
    ("en", "Signing organizations", "Office of the Envoy for **TIN AND COPPER**", "Office of the Envoy for **TIN AND COPPER**"),
    ("zh", "共同签署方", "Save the Children", "Save the Children"),
    ("zh", "签署机构", "红十字国际委员会", "红十字国际委员会"),
    ("ko", "서명 기관", "참여연대", "참여연대"),
    ("ko", "공동 서명", "국제앰네스티", "국제앰네스티"),
]


@pytest.mark.parametrize(("language", "heading", "text", "expected"), LOGOS)
def test_names_under_a_heading_for_signatories(language: str, heading: str, text: str, expected: str) -> None:
    assert names(Passage("d", "signatories", 0, text, language, heading_path=(heading,))) == [expected]


@pytest.mark.parametrize(("language", "heading"), [("en", "Contributors"), ("zh", "贡献方"), ("ko", "기여 기관")])
def test_contributors(language: str, heading: str) -> None:
    passage = Passage("d", "¶9", 0, "Plataforma de niños, niñas y jóvenes", language, heading_path=(heading,))
    assert names(passage, relation="CONTRIBUTED_TO") == ["Plataforma de niños, niñas y jóvenes"]
    assert names(passage) == []


def test_a_list_of_names_in_one_passage_is_divided() -> None:
    passage = Passage("d", "¶9", 0, "Human Rights Watch; Amnesty International; Mines Action Canada", "en", heading_path=("Signatories",))
    assert names(passage) == ["Human Rights Watch", "Amnesty International", "Mines Action Canada"]


def test_a_sentence_in_a_list_of_signatories_is_reported_not_read() -> None:
    passage = Passage("d", "¶9", 0, "The statement stays open for signature until the end of the year.", "en", heading_path=("Signatories",))
    assert [type(found) for found in read(passage)] == [Skipped]


def test_known_organisations_get_their_id_and_others_a_kind() -> None:
    texts = ["International Labour Organization (ILO)", "Tin University", "Tin Network", "Office of the Tin Commissioner"]
    passages = [Passage("d", f"¶{n}", n, text, "en", heading_path=("Signatories",)) for n, text in enumerate(texts)]
    parties = [(found.subject.id, found.subject.kind) for found in read(*passages) if isinstance(found, Claim)]
    assert parties == [
        ("org:international-labour-organization", "InternationalOrganization"), (None, "Institution"), (None, "Coalition"), (None, "Institution"),
    ]  # fmt: skip


CITED = [
    ("en", "The report “Counting Tin” published by Human Rights Watch is long.", ["Human Rights Watch"]),
    ("en", "Human Rights Watch published the report “Counting Tin”.", ["Human Rights Watch"]),
    ("zh", "人权观察社发布报告《机器之害》。", ["人权观察社"]),
    ("ko", "휴먼라이츠워치가 2019년 발표한 「기계의 해악」 은 길다.", ["휴먼라이츠워치"]),
    ("en", "Human Rights Watch met in Geneva; delegates quoted the report “Counting Tin”.", []),
    ("zh", "人权观察社参加会议，与会者讨论了《机器之害》。", []),
    ("ko", "휴먼라이츠워치는 회의에 참석했고, 참석자는 「기계의 해악」 을 인용했다.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), CITED)
def test_the_issuer_of_a_cited_document(language: str, text: str, expected: list[str]) -> None:
    found = [claim for claim in read(Passage("d", "¶1", 0, text, language)) if isinstance(claim, Claim)]
    assert [claim.subject.surface for claim in found] == expected
    assert all(claim.role == "issuer" for claim in found)
