// title: Citations
// question: Which sources does a document refer to, and where?
// param: document = "" (document) only this document; empty: every one
// column: document: file name without extension
// column: cited: id of the source
// column: name: of the source
// column: read: whether the source itself is among the documents read
// column: place: locator in the document
// column: quote: words that refer to it
// example: document=ccw-informal-meeting-2016

MATCH (d:Document)<-[:OBJECT]-(c:Claim)-[:EVIDENCE]->(p:Passage)
WHERE c.relation = 'CITES' AND ($document = '' OR c.doc = $document)
RETURN c.doc AS document, d.id AS cited, d.name AS name, d.read AS read, c.loc AS place, c.quote AS quote
ORDER BY document, p.ordinal, c.start, cited, c.id
