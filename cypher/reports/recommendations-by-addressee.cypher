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
WITH coalesce(c.addressee, [null]) AS addressees, c.doc AS document, c.loc AS place, coalesce(c.topic, r.name) AS recommendation, c.quote AS quote,
     p.ordinal AS ordinal, c.start AS start, c.id AS id
UNWIND addressees AS addressee
WITH addressee, document, place, recommendation, quote, ordinal, start, id
WHERE $addressee = '' OR addressee = $addressee
RETURN addressee, document, place, recommendation, quote
ORDER BY addressee, document, ordinal, start, id
