// title: Which documents speak of a node?
// description: The documents with claims about a node, those with most claims first.
// params: id = ""
// columns: doc, document, title, date, claims

MATCH (n:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document {id: $id})<-[:SUBJECT|OBJECT]-(c:Claim)
WITH c.doc AS doc, count(DISTINCT c) AS claims
OPTIONAL MATCH (d:Document {doc: doc})
RETURN doc, d.id AS document, d.name AS title, d.date AS date, claims
ORDER BY claims DESC, doc
