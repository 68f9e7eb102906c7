// title: Meetings
// question: Which meetings and sessions are named, and how many took part?
// column: id: of the meeting
// column: date: YYYY to YYYY-MM-DD
// column: place: where it was held
// column: participants: number of holders recorded as taking part
// column: documents: number of documents that say so

MATCH (e:Event)
OPTIONAL MATCH (e)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(a)
WHERE c.relation = 'PARTICIPATED_IN'
RETURN e.id AS id, e.date AS date, e.place AS place, count(DISTINCT a.id) AS participants, count(DISTINCT c.doc) AS documents
ORDER BY participants DESC, id
