// title: Nodes by id
// question: What kind are these, and what are they called?
// param: ids = [] (nodes) their ids
// column: id: id of the node
// column: kind: label of the node
// column: name: name in English
// column: name_zh: name in Chinese
// column: name_ko: name in Korean
// column: region: of states
// column: date: of documents and meetings; YYYY to YYYY-MM-DD
// example: ids='["state:EGY"]'

UNWIND $ids AS one
MATCH (n:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document {id: one})
RETURN n.id AS id, labels(n)[0] AS kind, n.name AS name, n.name_zh AS name_zh, n.name_ko AS name_ko, n.region AS region, n.date AS date
ORDER BY id
