// title: Edge list
// question: Which relationships are there, one a row, ready for a spreadsheet or a network program?
// param: relation = "SUPPORTS_BAN" (any relation) only this type; empty: all that documents state
// param: least = 1 (claims) leave out what fewer claims state
// column: source: id
// column: source_kind: label
// column: source_name: in English
// column: relation: type
// column: target: id
// column: target_kind: label
// column: target_name: in English
// column: claims: number
// column: documents: file names without extension
// column: first: earliest date; YYYY to YYYY-MM-DD
// column: last: latest date
// column: confidence: the highest, 0 to 1
// column: quote: words of the claim of highest confidence
// example: relation=CITES

MATCH (a)-[r]->(b)
WHERE r.claims >= $least AND ($relation = '' OR type(r) = $relation)
RETURN a.id AS source, labels(a)[0] AS source_kind, a.name AS source_name, type(r) AS relation, b.id AS target, labels(b)[0] AS target_kind,
       b.name AS target_name, r.claims AS claims, r.documents AS documents, r.first AS first, r.last AS last, r.confidence AS confidence, r.quote AS quote
ORDER BY relation, source, target
