// title: Names that no list knows
// question: Which names were taken as the documents write them, because no list of ours has them?
// param: kind = "" (State | NGO | InternationalOrganization | Institution | Coalition | Person | Event) only this label; empty: all
// column: name: as written
// column: id: made from the name
// column: kind: label that most claims take it for
// column: documents: number that name it
// column: claims: number that name it
// column: quote: words of the claim of highest confidence
// column: place: document and locator of the quote
// example: kind=Institution

MATCH (n:State|NGO|InternationalOrganization|Institution|Coalition|Person|Event)
WHERE n.unlisted AND ($kind = '' OR labels(n)[0] = $kind)
MATCH (n)<-[:SUBJECT|OBJECT]-(c:Claim)
WITH n.id AS id, n.name AS name, labels(n)[0] AS kind, c.doc AS doc, c.quote AS quote, c.doc + ' ' + c.loc AS place, c.confidence AS confidence,
     size(c.quote) AS length, c.id AS claim
ORDER BY confidence DESC, length DESC, claim
RETURN name, id, kind, count(DISTINCT doc) AS documents, count(*) AS claims, head(collect(quote)) AS quote, head(collect(place)) AS place
ORDER BY claims DESC, kind, name, id
