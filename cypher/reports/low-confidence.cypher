// title: Claims of low confidence
// question: Which claims should a person read again first?
// param: below = 0.75 (0 to 1) list claims of less confidence
// param: relation = "" (any relation) only claims of this relation; empty: all
// column: confidence: 0 to 1
// column: relation: what is claimed
// column: subject: name in English
// column: object: name in English
// column: method: which reader found it
// column: place: document and locator
// column: quote: the words
// column: claim: its id, for `rapporteur review`
// example: below=0.6

MATCH (a)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(b)
WHERE c.confidence < $below AND ($relation = '' OR c.relation = $relation)
RETURN c.confidence AS confidence, c.relation AS relation, a.name AS subject, b.name AS object, c.method AS method, c.doc + ' ' + c.loc AS place,
       c.quote AS quote, c.id AS claim
ORDER BY confidence, claim
