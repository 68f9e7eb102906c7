// title: Who backs a ban?
// description: States for, against or neither on a proposal, with the words that say so. A state with more than one stance is contested.
// params: proposal = "proposal:preemptive-ban", as_of = ""
// columns: state, iso3, region, stance, contested, since, documents, quote, under, place, via, modality, confidence, claims

// under: of a name in a list or table, the heading, label or column that gives it its stance.
// as_of: YYYY, YYYY-MM or YYYY-MM-DD leaves out what was said later, or at no known time; empty: everything.
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
