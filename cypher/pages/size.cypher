// title: How much is in the graph
// question: How many documents, passages, claims, positions, actors and meetings are there?
// column: documents: number that were read
// column: passages: number
// column: claims: number
// column: positions: number of claims that state one
// column: actors: number of states, organisations and persons
// column: meetings: number

OPTIONAL MATCH (d:Document) WHERE d.read
WITH count(d) AS documents
OPTIONAL MATCH (p:Passage)
WITH documents, count(p) AS passages
OPTIONAL MATCH (c:Claim)
WITH documents, passages, count(c) AS claims, count(c.stance) AS positions
OPTIONAL MATCH (a:State|NGO|InternationalOrganization|Institution|Coalition|Person)
WITH documents, passages, claims, positions, count(a) AS actors
OPTIONAL MATCH (e:Event)
RETURN documents, passages, claims, positions, actors, count(e) AS meetings
ORDER BY documents
