// title: Positions that rest on little
// question: Which positions rest on one document, on inferred columns alone, or on another's report alone?
// param: most = 500 (rows) at most so many, the weakest first
// column: subject: id of the holder
// column: relation: the position
// column: object: id of the target
// column: document: one document that states it
// column: documents: number that state it
// column: claims: number of claims
// column: inferred: whether only tables with inferred columns state it
// column: reported: whether only another reports it
// column: confidence: highest of its claims, 0 to 1
// example: most=20

MATCH (s)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o)
WHERE c.stance IS NOT NULL
WITH s.id AS subject, c.relation AS relation, o.id AS object, min(c.doc) AS document, count(DISTINCT c.doc) AS documents, count(*) AS claims,
     sum(CASE WHEN c.method CONTAINS 'inferred' THEN 1 ELSE 0 END) AS from_inferred,
     sum(CASE WHEN c.via IS NOT NULL OR c.modality = 'reported-by-author' THEN 1 ELSE 0 END) AS from_others, max(c.confidence) AS confidence
WHERE documents = 1 OR from_inferred = claims OR from_others = claims
RETURN subject, relation, object, document, documents, claims, from_inferred = claims AS inferred, from_others = claims AS reported, confidence
ORDER BY inferred DESC, reported DESC, confidence, subject, relation, object
LIMIT $most
