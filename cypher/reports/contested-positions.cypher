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
WITH a.id AS id, p.id AS about, collect(DISTINCT c.stance) AS stances
WHERE size(stances) > 1
MATCH (a)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(p:Proposal {id: about})
WHERE c.stance IS NOT NULL AND a.id = id
WITH a, p, c, size(c.quote) AS length
ORDER BY c.confidence DESC, length DESC, c.id
WITH a.id AS id, a.name AS actor, labels(a)[0] AS kind, p.id AS about, p.name AS proposal, c.stance AS stance, min(c.as_of) AS since,
     count(*) AS claims, head(collect(c.id)) AS best
MATCH (c:Claim {id: best})
RETURN proposal, actor, kind, stance, since, claims, c.quote AS quote, c.doc + ' ' + c.loc AS place, c.via AS via, c.modality AS modality,
       c.confidence AS confidence
ORDER BY proposal, about, actor, id, CASE stance WHEN 'supports' THEN 0 WHEN 'opposes' THEN 1 ELSE 2 END
