// title: Who belongs to which coalition or organisation?
// description: Members of coalitions and organisations, as the documents give them.
// params: coalition = ""
// columns: coalition, member, kind, document, place, quote

// coalition: an id such as org:campaign-to-stop-killer-robots; empty: all.
MATCH (o)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(m)
WHERE c.relation = 'MEMBER_OF' AND ($coalition = '' OR o.id = $coalition)
WITH o.id AS id, o.name AS coalition, m.id AS member_id, m.name AS member, labels(m)[0] AS kind, c.doc AS document, c.id AS claim,
     c.confidence AS confidence, size(c.quote) AS length
ORDER BY confidence DESC, length DESC, claim
WITH id, coalition, member_id, member, kind, document, head(collect(claim)) AS best
MATCH (c:Claim {id: best})
RETURN coalition, member, kind, document, c.loc AS place, c.quote AS quote
ORDER BY coalition, id, member, member_id, document
