// title: Most cited
// question: Which sources are cited by most documents, and most often?
// param: least = 1 (documents) leave out what fewer documents cite
// column: cited: name of the source
// column: id: of the source
// column: read: whether the source itself is among the documents read
// column: documents: number that cite it
// column: claims: number of places that cite it
// column: cited_by: file names of the documents, without extension
// column: quote: words of the citation of highest confidence
// example: least=2

MATCH (a:Document)-[r:CITES]->(d:Document)
WITH d, a.doc AS document, r.claims AS places, r.quote AS quote, r.confidence AS confidence ORDER BY document
WITH d, collect(document) AS cited_by, sum(places) AS claims, collect({quote: quote, confidence: confidence}) AS quotes, max(confidence) AS highest
WHERE size(cited_by) >= $least
RETURN d.name AS cited, d.id AS id, d.read AS read, size(cited_by) AS documents, claims, cited_by, head([q IN quotes WHERE q.confidence = highest | q.quote]) AS quote
ORDER BY documents DESC, claims DESC, cited, id
