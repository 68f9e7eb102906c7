// title: What are these?
// description: Nodes by their ids.
// params: ids = []
// columns: id, kind, name, name_zh, name_ko, region, date

UNWIND $ids AS one
MATCH (n:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document {id: one})
RETURN n.id AS id, labels(n)[0] AS kind, n.name AS name, n.name_zh AS name_zh, n.name_ko AS name_ko, n.region AS region, n.date AS date
ORDER BY id
