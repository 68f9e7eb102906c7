// title: Contested positions
// question: Whom do the documents give more than one stance on the same proposal, and which words stand against which?
// param: proposal = "" (Proposal) only this proposal; empty: all
// column: proposal: name of the proposal
// column: actor: name in English
// column: kind: label of the actor
// column: stance: supports, opposes or neither: one row each
// column: since: earliest date a claim of this stance is held to be so; YYYY to YYYY-MM-DD
// column: claims: number of claims of this stance
// column: quote: words of the claim of highest confidence
// column: place: document and locator of the quote
// column: via: work or person through whom the position is reported
// column: modality: stated by the actor, or reported of it
// column: confidence: of the quoted claim, 0 to 1
// example: proposal=proposal:preemptive-ban

MATCH (a)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(p:Proposal)
WHERE c.stance IS NOT NULL AND ($proposal = '' OR p.id = $proposal) AND NOT a:Group
WITH a, p, c, size(c.quote) AS length
ORDER BY c.confidence DESC, length DESC, c.id
WITH a, p, c.stance AS stance, min(c.as_of) AS since, count(*) AS claims, head(collect(c.id)) AS best
WITH a, p, collect({stance: stance, since: since, claims: claims, best: best}) AS stances
WHERE size(stances) > 1
UNWIND stances AS one
MATCH (c:Claim {id: one.best})
RETURN p.name AS proposal, a.name AS actor, labels(a)[0] AS kind, one.stance AS stance, one.since AS since, one.claims AS claims,
       c.quote AS quote, c.doc + ' ' + c.loc AS place, c.via AS via, c.modality AS modality, c.confidence AS confidence
ORDER BY proposal, p.id, actor, a.id, CASE stance WHEN 'supports' THEN 0 WHEN 'opposes' THEN 1 ELSE 2 END
