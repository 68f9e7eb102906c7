// title: Relationships and what they rest on
// question: How many relationships of each type do the documents state, and how many rest on one claim, on one document, or only on inferred columns?
// column: relation: type of the relationship
// column: edges: number of pairs of subject and object
// column: claims: number of claims
// column: one_claim: number of pairs with one claim
// column: one_document: number of pairs that one document states
// column: inferred: number of pairs that only tables with inferred columns state
// column: reported: number of pairs only reported by another

MATCH (s)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o)
WITH c.relation AS relation, s.id AS subject, o.id AS object, count(*) AS claims, count(DISTINCT c.doc) AS documents,
     sum(CASE WHEN c.method CONTAINS 'inferred' THEN 1 ELSE 0 END) AS inferred,
     sum(CASE WHEN c.via IS NOT NULL OR c.modality = 'reported-by-author' THEN 1 ELSE 0 END) AS reported
RETURN relation, count(*) AS edges, sum(claims) AS claims, sum(CASE WHEN claims = 1 THEN 1 ELSE 0 END) AS one_claim,
       sum(CASE WHEN documents = 1 THEN 1 ELSE 0 END) AS one_document, sum(CASE WHEN inferred = claims THEN 1 ELSE 0 END) AS inferred,
       sum(CASE WHEN reported = claims THEN 1 ELSE 0 END) AS reported
ORDER BY claims DESC, relation
