// title: Documents that talk about a concept
// question: Which documents talk about a concept, and in how many passages?
// param: id = "concept:human-control" (Concept | Proposal) the concept
// column: document: id of the document's node
// column: doc: file name without extension
// column: date: YYYY to YYYY-MM-DD
// column: passages: number
// example: id=concept:autonomy

MATCH (:Concept|Proposal {id: $id})<-[:OBJECT]-(:Claim {relation: 'MENTIONS'})-[:EVIDENCE]->(p:Passage)-[:PART_OF]->(d:Document)
RETURN d.id AS document, d.doc AS doc, d.date AS date, count(DISTINCT p.id) AS passages
ORDER BY passages DESC, document
