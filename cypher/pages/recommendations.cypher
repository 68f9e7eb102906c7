// title: Recommendations with their text
// question: What do documents recommend to whom, where does it stand, and which concepts does it speak of?
// column: claim: its id
// column: recommendation: id of the recommendation
// column: document: id of the document's node
// column: doc: file name without extension
// column: title: of the document
// column: date: of the document
// column: place: locator
// column: ordinal: of the passage, from 0
// column: language: of the passage
// column: addressees: who is to do it, where the document says so
// column: about: what it is about, where the document says so
// column: quote: words of the document
// column: start: first character of the quote in the text
// column: finish: character after the quote
// column: text: the passage
// column: topics: ids of concepts that the passage speaks of
// column: confidence: 0 to 1

MATCH (r:Recommendation)<-[:OBJECT]-(c:Claim {relation: 'RECOMMENDS'})-[:EVIDENCE]->(p:Passage)-[:PART_OF]->(d:Document)
OPTIONAL MATCH (p)<-[:EVIDENCE]-(:Claim {relation: 'MENTIONS'})-[:OBJECT]->(k:Concept)
WITH r, c, p, d, k ORDER BY k.id
WITH r, c, p, d, collect(DISTINCT k.id) AS topics
RETURN c.id AS claim, r.id AS recommendation, d.id AS document, d.doc AS doc, d.name AS title, d.date AS date, c.loc AS place, p.ordinal AS ordinal,
       c.language AS language, c.addressee AS addressees, c.topic AS about, c.quote AS quote, c.start AS start, c.`end` AS finish, p.text AS text, topics,
       c.confidence AS confidence
ORDER BY doc, ordinal, start, claim
