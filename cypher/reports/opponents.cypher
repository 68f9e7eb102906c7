// title: Opponents
// question: Who is recorded as being against a proposal, states and others, and in which words?
// param: proposal = "proposal:preemptive-ban" (Proposal) the proposal that is asked about
// param: as_of = "" (date) leave out what was said after this year, month or day, or at no known time; empty: everything
// column: actor: name in English; unnamed groups carry their document
// column: kind: label of the actor
// column: region: of a state its continent, after UN M49
// column: since: earliest date such a claim is held to be so; YYYY to YYYY-MM-DD
// column: last: latest such date
// column: elsewhere: other stances of the same actor on the proposal
// column: documents: number that say so
// column: claims: number
// column: quote: words of the claim of highest confidence
// column: place: document and locator of the quote
// column: via: work or person through whom the position is reported
// column: confidence: of the quoted claim, 0 to 1
// example: proposal=proposal:preemptive-ban as_of=2019

MATCH (a)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(:Proposal {id: $proposal})
WHERE c.stance IS NOT NULL AND ($as_of = '' OR left(c.as_of, size($as_of)) <= $as_of)
WITH a, c, size(c.quote) AS length
ORDER BY c.confidence DESC, length DESC, c.id
WITH a.id AS id, a.name AS actor, labels(a)[0] AS kind, a.region AS region,
     min(CASE WHEN c.stance = 'opposes' THEN c.as_of END) AS since, max(CASE WHEN c.stance = 'opposes' THEN c.as_of END) AS last,
     collect(DISTINCT CASE WHEN c.stance = 'opposes' THEN c.doc END) AS documents,
     collect(CASE WHEN c.stance = 'opposes' THEN c.id END) AS against, collect(DISTINCT c.stance) AS stances
WHERE size(against) > 0
MATCH (c:Claim {id: head(against)})
RETURN actor, kind, region, since, last, [each IN ['supports', 'neither'] WHERE each IN stances] AS elsewhere, size(documents) AS documents,
       size(against) AS claims, c.quote AS quote, c.doc + ' ' + c.loc AS place, c.via AS via, c.confidence AS confidence
ORDER BY CASE kind WHEN 'State' THEN 0 WHEN 'Group' THEN 2 ELSE 1 END, actor, id
