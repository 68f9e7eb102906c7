// title: What is recommended, and to whom?
// description: Every recommendation of the documents with its addressees, in the order of the text.
// params: document = ""
// columns: document, place, addressee, recommendation, quote

// document: a file name without extension; empty: every document.
MATCH (r:Recommendation)<-[:OBJECT]-(c:Claim)-[:EVIDENCE]->(p:Passage)
WHERE c.relation = 'RECOMMENDS' AND ($document = '' OR c.doc = $document)
RETURN c.doc AS document, c.loc AS place, c.addressee AS addressee, coalesce(c.topic, r.name) AS recommendation, c.quote AS quote
ORDER BY document, p.ordinal, c.start, c.id
