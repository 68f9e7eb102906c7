// title: Relations between nodes
// question: How do these nodes hang together?
// param: ids = [] (nodes) the nodes between which
// param: relations = [] (relations) only these; empty: all
// param: document = "" (document) only what this document states; empty: every one
// param: as_of = "" (date) leave out what was said later, or at no known time; empty: everything
// param: confidence = 0 (hundredths) leave out what is less sure
// column: source: id of the node it begins at
// column: relation: its type
// column: target: id of the node it leads to
// column: claims: how many state it; none where the concept files do
// column: documents: file names without extension
// column: first: earliest date
// column: last: latest date
// column: confidence: highest of its claims, 0 to 1
// column: quote: the best one
// column: quantifiers: of unnamed groups
// column: roles: of participants
// example: ids='["state:EGY", "proposal:preemptive-ban"]'

UNWIND $ids AS one
MATCH (a:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document {id: one})-[r]->
      (b:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document)
WHERE b.id IN $ids AND (size($relations) = 0 OR type(r) IN $relations)
  AND ($document = '' OR $document IN coalesce(r.documents, [])) AND ($as_of = '' OR r.claims IS NULL OR left(r.first, size($as_of)) <= $as_of)
  AND ($confidence = 0 OR coalesce(r.confidence, 1.0) * 100 >= $confidence)
RETURN a.id AS source, type(r) AS relation, b.id AS target, r.claims AS claims, r.documents AS documents, r.first AS first, r.last AS last,
       r.confidence AS confidence, r.quote AS quote, r.quantifiers AS quantifiers, r.roles AS roles
ORDER BY source, relation, target
