// title: Experts
// question: Which experts spoke on what, and where do they work?
// param: organisation = "" (Institution | NGO | InternationalOrganization | Coalition) only those who work there; empty: all
// param: topic = "" (Concept) only who spoke on this concept; empty: all
// column: person: name
// column: affiliations: organisations the person works at, as the documents give them
// column: roles: what the person is there
// column: topic: concept the person spoke on; empty: on none that is in the vocabulary
// column: place: document and locator of the quote
// column: quote: words on the talk, else on the affiliation
// example: topic=concept:human-control

MATCH (x:Person)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o)
WHERE c.relation IN ['AFFILIATED_WITH', 'SPOKE_ON']
WITH x, c, o ORDER BY o.name, o.id, c.confidence DESC, c.id
WITH x, collect(DISTINCT CASE WHEN c.relation = 'AFFILIATED_WITH' THEN o.name END) AS affiliations,
     collect(DISTINCT CASE WHEN c.relation = 'AFFILIATED_WITH' THEN o.id END) AS places,
     collect(DISTINCT CASE WHEN c.relation = 'AFFILIATED_WITH' THEN c.role END) AS roles,
     head(collect(CASE WHEN c.relation = 'AFFILIATED_WITH' THEN c.id END)) AS works,
     collect(DISTINCT CASE WHEN c.relation = 'SPOKE_ON' THEN o.id END) AS topics
WHERE ($organisation = '' OR $organisation IN places) AND ($topic = '' OR $topic IN topics)
OPTIONAL MATCH (x)<-[:SUBJECT]-(talk:Claim {relation: 'SPOKE_ON'})-[:OBJECT]->(t:Concept)
WHERE $topic = '' OR t.id = $topic
WITH x, affiliations, roles, works, t.id AS topic_id, t.name AS topic, talk.confidence AS confidence, talk.id AS talk
ORDER BY confidence DESC, talk
WITH x.id AS id, x.name AS person, affiliations, roles, works, topic_id, topic, head(collect(talk)) AS talk
MATCH (c:Claim {id: coalesce(talk, works)})
RETURN person, affiliations, roles, topic, c.doc + ' ' + c.loc AS place, c.quote AS quote
ORDER BY person, id, topic, topic_id
