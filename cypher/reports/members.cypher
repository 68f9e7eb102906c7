// title: Members
// question: Which organisations belong to which coalition or organisation, as the documents give it?
// param: coalition = "" (Coalition | NGO | InternationalOrganization | Institution) the coalition or organisation; empty: all
// column: coalition: its name
// column: member: name in English
// column: kind: label of the member
// column: document: file name without extension
// column: place: locator in the document
// column: quote: words that say so
// example: coalition=org:campaign-to-stop-killer-robots

MATCH (o)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(m)
WHERE c.relation = 'MEMBER_OF' AND ($coalition = '' OR o.id = $coalition)
WITH o.id AS id, o.name AS coalition, m.id AS member_id, m.name AS member, labels(m)[0] AS kind, c.doc AS document, c.id AS claim,
     c.confidence AS confidence, size(c.quote) AS length
ORDER BY confidence DESC, length DESC, claim
WITH id, coalition, member_id, member, kind, document, head(collect(claim)) AS best
MATCH (c:Claim {id: best})
RETURN coalition, member, kind, document, c.loc AS place, c.quote AS quote
ORDER BY coalition, id, member, member_id, document
