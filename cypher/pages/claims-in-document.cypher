// title: Claims in a document
// question: What does a document say, and with which words of which passage?
// param: document = "" (Document) the document
// column: claim: its id
// column: ordinal: of the passage, from 0
// column: place: locator
// column: start: first character of the quote in the passage
// column: finish: character after the quote
// column: quote: the words
// column: relation: what it states
// column: stance: supports, opposes or neither, of positions
// column: subject: id of the holder
// column: subject_kind: label of the holder
// column: object: id of the target
// column: object_kind: label of the target
// column: object_name: name of the target
// column: under: heading or label that gives a listed name its stance
// column: modality: of positions: stated or reported
// column: role: of participants
// column: quantifier: of unnamed groups
// column: via: id of the work or person through whom it is reported
// column: confidence: 0 to 1
// column: method: which reader found it
// example: document=doc:ccw-informal-meeting-2016

MATCH (:Document {id: $document})<-[:PART_OF]-(p:Passage)<-[:EVIDENCE]-(c:Claim)
MATCH (c)-[:SUBJECT]->(s)
MATCH (c)-[:OBJECT]->(o)
RETURN c.id AS claim, p.ordinal AS ordinal, p.loc AS place, c.start AS start, c.`end` AS finish, c.quote AS quote, c.relation AS relation,
       c.stance AS stance, s.id AS subject, labels(s)[0] AS subject_kind, o.id AS object, labels(o)[0] AS object_kind, o.name AS object_name,
       c.topic AS under, c.modality AS modality, c.role AS role, c.quantifier AS quantifier, c.via AS via, c.confidence AS confidence,
       c.method AS method
ORDER BY ordinal, start, finish, claim
