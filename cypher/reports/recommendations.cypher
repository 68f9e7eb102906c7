// title: Recommendations
// question: What does a document recommend, and to whom, in the order of its text?
// param: document = "" (document) only this document; empty: every one
// column: document: file name without extension
// column: place: locator in the document
// column: addressee: who is to do it, where the document says so
// column: recommendation: what it is about, else its words
// column: quote: words of the document
// example: document=belen-communique-2023

MATCH (r:Recommendation)<-[:OBJECT]-(c:Claim)-[:EVIDENCE]->(p:Passage)
WHERE c.relation = 'RECOMMENDS' AND ($document = '' OR c.doc = $document)
RETURN c.doc AS document, c.loc AS place, c.addressee AS addressee, coalesce(c.topic, r.name) AS recommendation, c.quote AS quote
ORDER BY document, p.ordinal, c.start, c.id
