// title: Participants
// question: Who took part in a meeting, and as what? Of a person, for which states?
// param: event = "" (Event) the meeting; empty: every one
// param: role = "" (text) only this role, such as high-contracting-party, observer-state, ngo, speaker; empty: every one
// column: event: name of the meeting
// column: role: as the document gives it
// column: actor: name in English
// column: kind: label of the actor
// column: region: of a state its continent, after UN M49
// column: states: of a person, the states represented
// column: document: file name without extension
// column: place: locator in the document
// column: quote: words that say so
// example: event=event:ccw-laws-informal-meeting-2016 role=high-contracting-party

MATCH (e:Event)
WHERE $event = '' OR e.id = $event
WITH e, e.name AS event, e.id AS id ORDER BY event, id
MATCH (e)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(a)
WHERE c.relation = 'PARTICIPATED_IN' AND ($role = '' OR c.role = $role)
WITH event, id, a.id AS actor_id, a.name AS actor, labels(a)[0] AS kind, a.region AS region, c.role AS role, c.doc AS document,
     c.loc AS place, c.quote AS quote, c.confidence AS confidence, size(c.quote) AS length, c.id AS claim
ORDER BY event, id, confidence DESC, length DESC, claim
WITH event, id, actor_id, actor, kind, region, role, document, head(collect(place)) AS place, head(collect(quote)) AS quote
OPTIONAL MATCH (:Person {id: actor_id})-[:REPRESENTS]->(s:State)
WITH event, id, actor_id, actor, kind, region, role, document, place, quote, s.name AS state ORDER BY event, id, state
WITH event, id, actor_id, actor, kind, region, role, document, place, quote, collect(state) AS states
RETURN event, role, actor, kind, region, states, document, place, quote
ORDER BY event, id, role, actor, actor_id, document
