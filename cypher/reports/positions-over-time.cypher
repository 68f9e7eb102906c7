// title: Positions over time
// question: How many actors are recorded for, against or neither on a proposal, year by year?
// param: proposal = "proposal:preemptive-ban" (Proposal) the proposal that is asked about
// param: kind = "State" (State | NGO | InternationalOrganization | Institution | Coalition | Person | Group) count only nodes of this label
// column: year: in which the positions are held to be so; empty: at no known time
// column: supports: number of actors with such a claim of that year
// column: opposes: number of actors
// column: neither: number of actors
// column: new: number of actors with a position that had none in an earlier year
// column: documents: number that the claims come from
// column: claims: number
// example: proposal=proposal:preemptive-ban kind=Group

MATCH (a)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(:Proposal {id: $proposal})
WHERE c.stance IS NOT NULL AND labels(a)[0] = $kind
WITH a.id AS id, collect({year: left(c.as_of, 4), stance: c.stance, doc: c.doc}) AS found, min(left(c.as_of, 4)) AS first
UNWIND found AS one
WITH one.year AS year, id, one.stance AS stance, one.doc AS doc, one.year = first AS fresh
RETURN year, count(DISTINCT CASE WHEN stance = 'supports' THEN id END) AS supports,
       count(DISTINCT CASE WHEN stance = 'opposes' THEN id END) AS opposes, count(DISTINCT CASE WHEN stance = 'neither' THEN id END) AS neither,
       count(DISTINCT CASE WHEN fresh THEN id END) AS new, count(DISTINCT doc) AS documents, count(*) AS claims
ORDER BY year
