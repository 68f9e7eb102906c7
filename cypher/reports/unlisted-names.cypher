// title: Names that no list knows
// question: Which names were taken as the documents write them, because no list of ours has them?
// param: kind = "" (State | NGO | InternationalOrganization | Institution | Coalition | Person | Event | Document) only this label; empty: all
// column: name: as written
// column: id: made from the name
// column: kind: label that most claims take it for
// column: documents: number that name it
// column: claims: number that name it
// column: quote: words of the claim of highest confidence
// column: place: document and locator of the quote
// example: kind=Institution

MATCH (n)<-[:SUBJECT|OBJECT]-(c:Claim)
WHERE n.unlisted AND ($kind = '' OR labels(n)[0] = $kind)
WITH n, c, size(c.quote) AS length ORDER BY c.confidence DESC, length DESC, c.id
WITH n, collect(DISTINCT c.doc) AS documents, count(*) AS claims, head(collect(c.id)) AS best
MATCH (c:Claim {id: best})
RETURN n.name AS name, n.id AS id, labels(n)[0] AS kind, size(documents) AS documents, claims, c.quote AS quote, c.doc + ' ' + c.loc AS place
ORDER BY claims DESC, kind, name, id
