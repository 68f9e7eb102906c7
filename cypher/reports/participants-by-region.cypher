// title: Participants by region and role
// question: How many took part from each region, in which role, and who?
// param: event = "" (Event) the meeting; empty: every one
// column: region: continent of the state, or of the state that a person represents, after UN M49; empty: of no state
// column: role: as the document gives it
// column: participants: number, each once
// column: names: in English
// column: claims: number that say so
// example: event=event:ccw-laws-informal-meeting-2016

MATCH (e:Event)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(a)
WHERE c.relation = 'PARTICIPATED_IN' AND ($event = '' OR e.id = $event)
WITH a, c.role AS role, count(*) AS claims
OPTIONAL MATCH (a)-[:REPRESENTS]->(s:State)
WITH a.id AS id, a.name AS name, a.region AS own, min(s.region) AS represented, role, claims
WITH id, name, coalesce(own, represented) AS region, role, claims ORDER BY name, id
RETURN region, role, count(*) AS participants, collect(name) AS names, sum(claims) AS claims
ORDER BY region, participants DESC, role
