// title: Recommendations by addressee
// question: Who is asked to do what, by which documents?
// param: addressee = "" (text) only this one, such as states, un, businesses; empty: all
// column: addressee: who is to do it; empty: the document does not say
// column: document: file name without extension
// column: place: locator in the document
// column: recommendation: what it is about, else its words
// column: quote: words of the document
// example: addressee=states

MATCH (r:Recommendation)<-[:OBJECT]-(c:Claim)-[:EVIDENCE]->(p:Passage)
WHERE c.relation = 'RECOMMENDS' AND ($addressee = '' OR $addressee IN c.addressee)
UNWIND coalesce(c.addressee, [null]) AS addressee
WITH r, c, p, addressee
WHERE $addressee = '' OR addressee = $addressee
RETURN addressee, c.doc AS document, c.loc AS place, coalesce(c.topic, r.name) AS recommendation, c.quote AS quote
ORDER BY addressee, document, p.ordinal, c.start, c.id
