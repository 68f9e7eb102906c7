// title: What do the documents cite?
// description: Sources that a document refers to, each with the place that refers to it.
// params: document = ""
// columns: document, cited, name, place, quote

// document: a file name without extension; empty: every document.
MATCH (d:Document)<-[:OBJECT]-(c:Claim)-[:EVIDENCE]->(p:Passage)
WHERE c.relation = 'CITES' AND ($document = '' OR c.doc = $document)
RETURN c.doc AS document, d.id AS cited, d.name AS name, c.loc AS place, c.quote AS quote
ORDER BY document, p.ordinal, c.start, cited, c.id
