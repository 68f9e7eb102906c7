// title: Evidence of one edge
// question: Which claims does one relationship stand on, in which words, and how sure is each?
// param: relation = "OPPOSES_BAN" (relation) the type of the relationship
// param: subject = "" (node) id of the node it leads from; empty: any
// param: object = "proposal:preemptive-ban" (node) id of the node it leads to; empty: any
// column: subject: name in English
// column: relation: type of the relationship
// column: object: name in English
// column: as_of: date it is held to be so; YYYY to YYYY-MM-DD
// column: place: document and locator
// column: quote: the words
// column: passage: the text in which they stand
// column: via: work or person through whom it is reported
// column: modality: of positions: stated or reported
// column: method: which reader found it
// column: confidence: 0 to 1
// column: status: extracted, accepted or edited
// column: claim: its id, for `rapporteur review`
// example: relation=SUPPORTS_BAN subject=state:EGY object=proposal:preemptive-ban

MATCH (a)<-[:SUBJECT]-(c:Claim {relation: $relation})-[:OBJECT]->(b)
WHERE ($subject = '' OR a.id = $subject) AND ($object = '' OR b.id = $object)
MATCH (c)-[:EVIDENCE]->(p:Passage)
RETURN a.name AS subject, c.relation AS relation, b.name AS object, c.as_of AS as_of, c.doc + ' ' + c.loc AS place, c.quote AS quote,
       p.text AS passage, c.via AS via, c.modality AS modality, c.method AS method, c.confidence AS confidence, c.status AS status, c.id AS claim
ORDER BY subject, a.id, object, b.id, confidence DESC, claim
