// title: Citation chains
// question: Which documents lead to which by citation, over up to four steps?
// param: document = "" (document) only chains that begin here; empty: every document that was read
// param: steps = 1 (steps, 1 to 4) the least number of steps
// column: document: file name without extension of the first document
// column: cited: name of the last document
// column: steps: number of citations on the way
// column: chain: names of the documents on the way, the last included
// column: quote: words of the last citation
// column: claims: number of places with that citation
// example: steps=2

MATCH p = (a:Document)-[:CITES*1..4]->(b:Document)
WHERE a.read AND ($document = '' OR a.doc = $document) AND length(p) >= $steps
WITH a.doc AS document, b.name AS cited, b.id AS id, length(p) AS steps, [n IN tail(nodes(p)) | n.name] AS chain, [n IN tail(nodes(p)) | n.id] AS ids,
     last(relationships(p)) AS r
RETURN document, cited, steps, chain, r.quote AS quote, r.claims AS claims
ORDER BY document, steps, cited, id, ids
