// title: In which words does a holder speak?
// description: The claims of which this is the subject, all or those about one object, with their words and where they stand.
// params: subject = "", object = "", relations = [], document = "", as_of = ""
// columns: claim, relation, stance, subject, object, quote, start, finish, text, language, doc, document, title, place, ordinal, date, via, under, modality, role, quantifier, confidence, method, status

// subject, object: ids of nodes; relations: names of relations; document: a file name without extension; as_of: a date. Empty: any, but for subject.
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
