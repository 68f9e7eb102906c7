// title: Positions by source
// question: Who is recorded for, against or neither on a proposal, in which document, as of when, and in which words?
// param: proposal = "proposal:preemptive-ban" (Proposal) the proposal that is asked about
// column: holder: id of the holder
// column: kind: label of the holder
// column: iso3: of states, the ISO 3166 code of three letters
// column: region: of states, the continent, after UN M49
// column: quantifier: of unnamed groups, how many
// column: noun: of unnamed groups, what they are called
// column: stance: supports, opposes or neither
// column: doc: file name without extension
// column: date: date the position is held to be so; YYYY to YYYY-MM-DD
// column: claims: number of claims that say so
// column: inferred: number of them from tables whose columns were inferred
// column: reported: number of them reported by another than the holder
// column: confidence: highest of the claims, 0 to 1
// column: quote: words of the claim of highest confidence
// column: place: document and locator of the quote
// column: via: id of the work or person through whom it is reported
// example: proposal=proposal:preemptive-ban

MATCH (h)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(:Proposal {id: $proposal})
WHERE c.stance IS NOT NULL
WITH h, c, size(c.quote) AS length
ORDER BY c.confidence DESC, length DESC, c.id
WITH h, c.stance AS stance, c.doc AS doc, c.as_of AS date, count(*) AS claims,
     sum(CASE WHEN c.method CONTAINS 'inferred' THEN 1 ELSE 0 END) AS inferred,
     sum(CASE WHEN c.via IS NOT NULL OR c.modality = 'reported-by-author' THEN 1 ELSE 0 END) AS reported, head(collect(c.id)) AS best
MATCH (c:Claim {id: best})
RETURN h.id AS holder, labels(h)[0] AS kind, h.iso3 AS iso3, h.region AS region, h.quantifier AS quantifier, h.noun AS noun, stance, doc, date, claims,
       inferred, reported, c.confidence AS confidence, c.quote AS quote, c.doc + ' ' + c.loc AS place, c.via AS via
ORDER BY holder, stance, doc, date
