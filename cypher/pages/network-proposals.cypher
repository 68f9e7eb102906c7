// title: What positions are about
// question: On which proposals and concepts does someone have a position?
// column: id: id of the node
// column: kind: label of the node
// column: name: name in English
// column: name_zh: name in Chinese
// column: name_ko: name in Korean
// column: holders: how many have a position on it

MATCH (p:Proposal|Concept)<-[r:SUPPORTS_BAN|OPPOSES_BAN|QUALIFIES_BAN|SUPPORTS|OPPOSES|QUALIFIES]-(h)
WITH p, count(DISTINCT h) AS holders
RETURN p.id AS id, labels(p)[0] AS kind, p.name AS name, p.name_zh AS name_zh, p.name_ko AS name_ko, holders
ORDER BY holders DESC, id
