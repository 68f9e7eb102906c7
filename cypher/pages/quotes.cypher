// title: Quotes of a holder
// question: In which words does a holder take part, hold a position or speak, and where do they stand?
// param: subject = "" (node) id of the holder
// param: object = "" (node) only what is about this; empty: anything
// param: relations = [] (relations) only these; empty: all
// param: document = "" (document) only this document; empty: every one
// param: as_of = "" (date) leave out what was said later, or at no known time; empty: everything
// column: claim: its id
// column: relation: what it states
// column: stance: supports, opposes or neither, of positions
// column: subject: id of the holder
// column: object: id of the target
// column: quote: the words
// column: start: first character of the quote in the text
// column: finish: character after the quote
// column: text: the passage
// column: language: of the passage
// column: doc: file name without extension
// column: document: id of the document's node
// column: title: of the document
// column: place: locator in the document
// column: ordinal: of the passage in the document, from 0
// column: date: date it is held to be so; YYYY to YYYY-MM-DD
// column: via: id of the work or person through whom it is reported
// column: under: heading or label that gives a listed name its stance
// column: modality: of positions: stated or reported
// column: role: of participants
// column: quantifier: of unnamed groups
// column: confidence: 0 to 1
// column: method: which reader found it
// column: status: extracted, accepted or edited
// example: subject=state:EGY object=proposal:preemptive-ban

MATCH (s:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Document {id: $subject})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o)
WHERE ($object = '' OR o.id = $object) AND (size($relations) = 0 OR c.relation IN $relations)
  AND ($document = '' OR c.doc = $document) AND ($as_of = '' OR left(c.as_of, size($as_of)) <= $as_of)
WITH s.id AS subject, o.id AS object, c
MATCH (c)-[:EVIDENCE]->(p:Passage)-[:PART_OF]->(d:Document)
RETURN c.id AS claim, c.relation AS relation, c.stance AS stance, subject, object, c.quote AS quote, c.start AS start, c.`end` AS finish, p.text AS text,
       c.language AS language, c.doc AS doc, d.id AS document, d.name AS title, c.loc AS place, p.ordinal AS ordinal, c.as_of AS date, c.via AS via,
       c.topic AS under, c.modality AS modality, c.role AS role, c.quantifier AS quantifier, c.confidence AS confidence, c.method AS method,
       c.status AS status
ORDER BY confidence DESC, size(quote) DESC, claim
