// title: Who took part?
// description: Participants of meetings with their roles; for a person, the states represented.
// params: event = ""
// columns: event, role, actor, kind, states, document, place, quote

// event: an id such as event:ccw-laws-informal-meeting-2016; empty: every meeting.
MATCH (e:Event)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(a)
WHERE c.relation = 'PARTICIPATED_IN' AND ($event = '' OR e.id = $event)
WITH e.id AS id, e.name AS event, a.id AS actor_id, a.name AS actor, labels(a)[0] AS kind, c.role AS role, c.doc AS document, c.id AS claim,
     c.confidence AS confidence, size(c.quote) AS length
ORDER BY confidence DESC, length DESC, claim
WITH id, event, actor_id, actor, kind, role, document, head(collect(claim)) AS best
OPTIONAL MATCH (:Person {id: actor_id})-[:REPRESENTS]->(s:State)
WITH id, event, actor_id, actor, kind, role, document, best, s.name AS state ORDER BY state
WITH id, event, actor_id, actor, kind, role, document, best, collect(state) AS states
MATCH (c:Claim {id: best})
RETURN event, role, actor, kind, states, document, c.loc AS place, c.quote AS quote
ORDER BY event, id, role, actor, actor_id, document
