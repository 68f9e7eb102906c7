// title: Holders that the documents disagree on
// question: Whom do the documents give more than one stance on the same proposal?
// param: most = 200 (rows) at most so many, states first
// column: proposal: id of the proposal
// column: holder: id of the holder
// column: kind: label of the holder
// column: stances: supports, opposes or neither
// column: documents: number of documents
// column: claims: number of claims
// example: most=20

MATCH (h)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(p:Proposal)
WHERE c.stance IS NOT NULL AND NOT h:Group
WITH h, p, c.stance AS stance, c.doc AS doc
ORDER BY stance DESC
WITH p.id AS proposal, h.id AS holder, labels(h)[0] AS kind, collect(DISTINCT stance) AS stances, count(DISTINCT doc) AS documents, count(*) AS claims
WHERE size(stances) > 1
RETURN proposal, holder, kind, stances, documents, claims
ORDER BY kind = 'State' DESC, claims DESC, proposal, holder
LIMIT $most
