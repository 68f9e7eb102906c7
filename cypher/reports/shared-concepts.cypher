// title: Concepts shared by two documents
// question: Which concepts do two documents both speak of, how often, and in which words?
// param: first = "" (document) the one document; empty: the one that speaks of most concepts
// param: second = "" (document) the other; empty: every other
// column: first: file name without extension
// column: second: file name without extension
// column: concept: name in English
// column: in_first: number of claims that the first speaks of it
// column: in_second: number of claims that the second does
// column: quote_first: its words in the first
// column: quote_second: its words in the second
// column: claims: number, both together
// example: first=ban-positions-2020 second=ban-positions-2020-zh

MATCH (a:Document)-[m:MENTIONS]->(:Concept)
WHERE $first = '' OR a.doc = $first
WITH a, count(m) AS concepts ORDER BY concepts DESC, a.doc LIMIT 1
MATCH (a)-[m:MENTIONS]->(k:Concept)<-[n:MENTIONS]-(b:Document)
WHERE a.doc <> b.doc AND ($second = '' OR b.doc = $second)
RETURN a.doc AS first, b.doc AS second, k.name AS concept, m.claims AS in_first, n.claims AS in_second, m.quote AS quote_first,
       n.quote AS quote_second, m.claims + n.claims AS claims
ORDER BY second, claims DESC, concept, k.id
