// title: Participants of a meeting
// question: Who took part in a meeting or one of its sessions, as what, and where do persons belong?
// param: id = "event:ccw-laws-informal-meeting-2016" (Event) the meeting; its sessions count, too
// column: event: id of the meeting or session
// column: role: as the document gives it
// column: participant: id
// column: kind: label of the participant
// column: region: of a state its continent, after UN M49
// column: belongs: ids of the states a person speaks for, and of the organisations the person works at
// column: topics: ids of concepts a person gave talks on
// column: claims: number
// column: claim: id of the surest one
// column: document: id of its document
// column: place: its locator
// column: quote: its words
// example: id=event:ccw-laws-informal-meeting-2016

MATCH (e:Event)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(a)
WHERE c.relation = 'PARTICIPATED_IN' AND (e.id = $id OR e.id STARTS WITH $id + '/')
WITH e, a, c ORDER BY c.confidence DESC, c.id
WITH e, a, c.role AS role, count(*) AS claims, head(collect(c.id)) AS best
OPTIONAL MATCH (a)-[:REPRESENTS|AFFILIATED_WITH]->(b:State|NGO|InternationalOrganization|Institution|Coalition)
WITH e, a, role, claims, best, b ORDER BY b.id
WITH e, a, role, claims, best, collect(DISTINCT b.id) AS belongs
OPTIONAL MATCH (a)-[:SPOKE_ON]->(k:Concept)
WITH e, a, role, claims, best, belongs, k ORDER BY k.id
WITH e, a, role, claims, best, belongs, collect(DISTINCT k.id) AS topics
MATCH (c:Claim {id: best})-[:EVIDENCE]->(:Passage)-[:PART_OF]->(d:Document)
RETURN e.id AS event, role, a.id AS participant, labels(a)[0] AS kind, a.region AS region, belongs, topics, claims, c.id AS claim, d.id AS document,
       c.loc AS place, c.quote AS quote
ORDER BY event, role, kind, participant
