// title: Positions of one actor
// question: What is one actor recorded as being for or against, since when, and in which words?
// param: actor = "state:CHN" (State | NGO | InternationalOrganization | Institution | Coalition | Person | Group) the actor
// param: stance = "" (supports | opposes | neither) only this stance; empty: all
// column: proposal: name of the proposal or concept
// column: stance: supports, opposes or neither
// column: contested: whether the actor has another stance on the same, too
// column: since: earliest date a claim of this stance is held to be so; YYYY to YYYY-MM-DD
// column: last: latest such date
// column: claims: number of claims of this stance
// column: quote: words of the claim of highest confidence
// column: place: document and locator of the quote
// column: via: work or person through whom the position is reported
// column: modality: stated by the actor, or reported of it
// column: confidence: of the quoted claim, 0 to 1
// example: actor=state:GBR

MATCH (a {id: $actor})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(p)
WHERE c.stance IS NOT NULL
WITH p, c, size(c.quote) AS length
ORDER BY c.confidence DESC, length DESC, c.id
WITH p.id AS id, p.name AS proposal, c.stance AS stance, min(c.as_of) AS since, max(c.as_of) AS last, count(*) AS claims,
     head(collect(c.id)) AS best
WITH id, proposal, collect({stance: stance, since: since, last: last, claims: claims, best: best}) AS stances
UNWIND stances AS one
WITH id, proposal, size(stances) > 1 AS contested, one
WHERE $stance = '' OR one.stance = $stance
MATCH (c:Claim {id: one.best})
RETURN proposal, one.stance AS stance, contested, one.since AS since, one.last AS last, one.claims AS claims, c.quote AS quote,
       c.doc + ' ' + c.loc AS place, c.via AS via, c.modality AS modality, c.confidence AS confidence
ORDER BY proposal, id, CASE stance WHEN 'supports' THEN 0 WHEN 'opposes' THEN 1 ELSE 2 END
