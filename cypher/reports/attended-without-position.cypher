// title: Attended without a stated position
// question: Who took part in a meeting and is recorded with no position on a proposal, in any document?
// param: event = "" (Event) the meeting; empty: any
// param: proposal = "proposal:preemptive-ban" (Proposal) the proposal; empty: any at all
// param: kind = "State" (State | NGO | InternationalOrganization | Institution | Coalition | Person) only nodes of this label
// column: actor: name in English
// column: region: of a state its continent, after UN M49
// column: events: meetings the actor took part in
// column: roles: in which roles
// column: claims: number that say so
// column: quote: words of the claim of highest confidence
// column: place: document and locator of the quote
// example: event=event:ccw-laws-informal-meeting-2016 kind=NGO

MATCH (e:Event)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(a)
WHERE c.relation = 'PARTICIPATED_IN' AND ($event = '' OR e.id = $event) AND labels(a)[0] = $kind
WITH a, e, c, size(c.quote) AS length
ORDER BY c.confidence DESC, length DESC, c.id
WITH a, collect(DISTINCT e.name) AS events, collect(DISTINCT c.role) AS roles, count(*) AS claims, head(collect(c.id)) AS best
WHERE NOT EXISTS {
  MATCH (a)-[:SUPPORTS_BAN|OPPOSES_BAN|QUALIFIES_BAN|SUPPORTS|OPPOSES|QUALIFIES]->(p:Proposal) WHERE $proposal = '' OR p.id = $proposal
}
MATCH (c:Claim {id: best})
UNWIND events AS event
WITH a, c, claims, roles, event ORDER BY event
WITH a, c, claims, roles, collect(event) AS events
UNWIND CASE WHEN size(roles) = 0 THEN [null] ELSE roles END AS role
WITH a, c, claims, events, role ORDER BY role
WITH a, c, claims, events, collect(role) AS roles
RETURN a.name AS actor, a.region AS region, events, roles, claims, c.quote AS quote, c.doc + ' ' + c.loc AS place
ORDER BY actor, a.id
