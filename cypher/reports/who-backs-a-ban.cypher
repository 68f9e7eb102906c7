// title: Who backs a ban?
// question: Which states are recorded for, against or neither on a proposal, since when, and in which words? More than one stance: contested.
// param: proposal = "proposal:preemptive-ban" (Proposal) the proposal that is asked about
// param: as_of = "" (date) leave out what was said after this year, month or day, or at no known time; empty: everything
// column: state: name in English
// column: iso3: ISO 3166 code of three letters
// column: region: continent, after UN M49
// column: stance: supports, opposes or neither
// column: contested: whether the state has another stance, too
// column: since: earliest date a claim of this stance is held to be so; YYYY to YYYY-MM-DD
// column: documents: file names without extension
// column: quote: words of the claim of highest confidence
// column: under: of a name in a list or table, the heading, label or column that gives it its stance
// column: place: document and locator of the quote
// column: via: work or person through whom the position is reported
// column: modality: stated by the state itself, or reported of it
// column: confidence: of the quoted claim, 0 to 1
// column: claims: number of claims of this stance
// example: proposal=proposal:preemptive-ban as_of=2019

MATCH (s:State)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(:Proposal {id: $proposal})
WHERE c.stance IS NOT NULL AND ($as_of = '' OR left(c.as_of, size($as_of)) <= $as_of)
WITH s.id AS id, c.stance AS stance, c.as_of AS as_of, c.doc AS doc, c.id AS claim, c.confidence AS confidence, size(c.quote) AS length
ORDER BY confidence DESC, length DESC, claim
WITH id, stance, min(as_of) AS since, collect(DISTINCT doc) AS docs, count(*) AS claims, head(collect(claim)) AS best
UNWIND docs AS doc
WITH id, stance, since, claims, best, doc ORDER BY doc
WITH id, stance, since, claims, best, collect(doc) AS documents
WITH id, collect({stance: stance, since: since, claims: claims, best: best, documents: documents}) AS stances
UNWIND stances AS one
MATCH (s:State {id: id})
MATCH (c:Claim {id: one.best})
RETURN s.name AS state, s.iso3 AS iso3, s.region AS region, one.stance AS stance, size(stances) > 1 AS contested, one.since AS since,
       one.documents AS documents, c.quote AS quote, c.topic AS under, c.doc + ' ' + c.loc AS place, c.via AS via, c.modality AS modality,
       c.confidence AS confidence, one.claims AS claims
ORDER BY CASE stance WHEN 'supports' THEN 0 WHEN 'opposes' THEN 1 ELSE 2 END, state, iso3
