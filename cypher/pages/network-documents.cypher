// title: Documents about a node
// question: Which documents speak of a node, and how often?
// param: id = "" (node) the node
// column: doc: file name without extension
// column: document: id of its node
// column: title: of the document
// column: date: of documents and meetings; YYYY to YYYY-MM-DD
// column: claims: how many are about the node
// example: id=state:EGY

MATCH (n:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document {id: $id})<-[:SUBJECT|OBJECT]-(c:Claim)
WITH c.doc AS doc, count(DISTINCT c) AS claims
OPTIONAL MATCH (d:Document {doc: doc})
RETURN doc, d.id AS document, d.name AS title, d.date AS date, claims
ORDER BY claims DESC, doc
