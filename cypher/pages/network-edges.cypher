// title: How do these hang together?
// description: Every relationship between the given nodes.
// params: ids = [], relations = [], document = "", as_of = "", confidence = 0
// columns: source, relation, target, claims, documents, first, last, confidence, quote, quantifiers, roles

UNWIND $ids AS one
MATCH (a:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document {id: one})-[r]->
      (b:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document)
WHERE b.id IN $ids AND (size($relations) = 0 OR type(r) IN $relations)
  AND ($document = '' OR $document IN coalesce(r.documents, [])) AND ($as_of = '' OR r.claims IS NULL OR left(r.first, size($as_of)) <= $as_of)
  AND ($confidence = 0 OR coalesce(r.confidence, 1.0) * 100 >= $confidence)
RETURN a.id AS source, type(r) AS relation, b.id AS target, r.claims AS claims, r.documents AS documents, r.first AS first, r.last AS last,
       r.confidence AS confidence, r.quote AS quote, r.quantifiers AS quantifiers, r.roles AS roles
ORDER BY source, relation, target
