// title: Holders of positions on something
// question: Who is recorded for, against or neither on some concepts or proposals, and in how many documents?
// param: targets = ["proposal:preemptive-ban"] (ids) concepts and proposals
// column: target: id of the concept or proposal
// column: holder: id of the holder
// column: kind: label of the holder
// column: quantifier: of unnamed groups, how many
// column: noun: of unnamed groups, what they are called
// column: doc: of unnamed groups, the document they belong to
// column: stance: supports, opposes or neither
// column: claims: number
// column: documents: number
// column: since: earliest date a claim is held to be so; YYYY to YYYY-MM-DD
// example: targets='["proposal:working-definition"]'

MATCH (t:Concept|Proposal)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(h)
WHERE t.id IN $targets AND c.stance IS NOT NULL
RETURN t.id AS target, h.id AS holder, labels(h)[0] AS kind, h.quantifier AS quantifier, h.noun AS noun, h.doc AS doc, c.stance AS stance, count(*) AS claims,
       count(DISTINCT c.doc) AS documents, min(c.as_of) AS since
ORDER BY target, stance, claims DESC, holder
