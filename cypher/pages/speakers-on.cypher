// title: Speakers on a concept
// question: Who gave a talk on a concept, and where do they work?
// param: id = "concept:autonomy" (Concept) the concept
// column: person: id
// column: places: ids of organisations the person works at
// column: claims: number that say so
// example: id=concept:human-control

MATCH (:Concept {id: $id})<-[:OBJECT]-(c:Claim {relation: 'SPOKE_ON'})-[:SUBJECT]->(x:Person)
WITH x, count(*) AS claims
OPTIONAL MATCH (x)-[:AFFILIATED_WITH]->(o:NGO|InternationalOrganization|Institution|Coalition)
WITH x, claims, o ORDER BY o.id
RETURN x.id AS person, collect(o.id) AS places, claims
ORDER BY claims DESC, person
