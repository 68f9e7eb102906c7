// title: Documents by language
// question: How much was read, and how much found, in each language?
// column: language: ISO 639-1 code of the passages
// column: documents: number with passages in it
// column: passages: number
// column: claims: number
// column: positions: number of claims that state a position
// column: confidence: mean of the claims, 0 to 1

MATCH (p:Passage)
OPTIONAL MATCH (p)<-[:EVIDENCE]-(c:Claim)
WITH p.language AS language, p.doc AS document, p.id AS passage, count(c) AS claims, count(c.stance) AS positions, sum(c.confidence) AS sure
WITH language, count(DISTINCT document) AS documents, count(passage) AS passages, sum(claims) AS claims, sum(positions) AS positions, sum(sure) AS sure
RETURN language, documents, passages, claims, positions, CASE WHEN claims = 0 THEN null ELSE round(1000 * sure / claims) / 1000 END AS confidence
ORDER BY claims DESC, language
