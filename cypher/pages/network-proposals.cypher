// title: What are positions about?
// description: Proposals and concepts that someone is recorded as being for, against or neither on, the most discussed first.
// columns: id, kind, name, name_zh, name_ko, holders

MATCH (p:Proposal|Concept)<-[r:SUPPORTS_BAN|OPPOSES_BAN|QUALIFIES_BAN|SUPPORTS|OPPOSES|QUALIFIES]-(h)
WITH p, count(DISTINCT h) AS holders
RETURN p.id AS id, labels(p)[0] AS kind, p.name AS name, p.name_zh AS name_zh, p.name_ko AS name_ko, holders
ORDER BY holders DESC, id
