// title: What stands around a node?
// description: Neighbours of a node, those with most evidence first, without the ones that are shown already; total counts all that fit.
// params: id = "", known = [], kinds = [], relations = [], document = "", as_of = "", confidence = 0, region = "", limit = 25
// columns: id, kind, name, name_zh, name_ko, region, date, total

// kinds, relations: names of labels and relations; empty: all. document: a file name without extension. confidence: in hundredths.
MATCH (n:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document {id: $id})-[r]-
      (m:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document)
WHERE (size($kinds) = 0 OR labels(m)[0] IN $kinds) AND (size($relations) = 0 OR type(r) IN $relations)
  AND ($document = '' OR $document IN coalesce(r.documents, [])) AND ($as_of = '' OR r.claims IS NULL OR left(r.first, size($as_of)) <= $as_of)
  AND ($confidence = 0 OR coalesce(r.confidence, 1.0) * 100 >= $confidence) AND ($region = '' OR labels(m)[0] <> 'State' OR m.region = $region)
WITH m, sum(coalesce(r.claims, 0)) AS claims, max(coalesce(r.confidence, 0.0)) AS confidence
ORDER BY claims DESC, confidence DESC, m.id
WITH collect(m) AS found
WITH size(found) AS total, [m IN found WHERE NOT m.id IN $known][0..$limit] AS next
UNWIND range(0, size(next)) AS place
WITH total, place, next[place] AS m
RETURN m.id AS id, labels(m)[0] AS kind, m.name AS name, m.name_zh AS name_zh, m.name_ko AS name_ko, m.region AS region, m.date AS date, total
ORDER BY place
