// title: Concepts in one passage
// question: Which two concepts stand most often in the same passage?
// column: one: concept
// column: other: concept
// column: passages: number

MATCH (a:Concept)<-[:OBJECT]-(:Claim {relation: 'MENTIONS'})-[:EVIDENCE]->(p:Passage)<-[:EVIDENCE]-(:Claim {relation: 'MENTIONS'})-[:OBJECT]->(b:Concept)
WHERE a.id < b.id
RETURN a.name AS one, b.name AS other, count(DISTINCT p.id) AS passages
ORDER BY passages DESC, one, other
LIMIT 50
