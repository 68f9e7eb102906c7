// title: Neighbours
// question: What stands around a node, what is stated most often first, without what is shown already?
// param: id = "" (node) whose neighbours
// param: known = [] (nodes) ids of those shown already
// param: kinds = [] (labels) only these; empty: all
// param: relations = [] (relations) only these; empty: all
// param: document = "" (document) only what this document states; empty: every one
// param: as_of = "" (date) leave out what was said later, or at no known time; empty: everything
// param: confidence = 0 (hundredths) leave out what is less sure
// param: region = "" (text) leave out states of other regions; empty: none
// param: limit = 25 (nodes) at most so many
// column: id: id of the node
// column: kind: label of the node
// column: name: name in English
// column: name_zh: name in Chinese
// column: name_ko: name in Korean
// column: region: of states
// column: date: of documents and meetings; YYYY to YYYY-MM-DD
// column: total: how many neighbours fit, shown or not
// example: id=proposal:preemptive-ban

MATCH (n:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document {id: $id})
      -[r:PARTICIPATED_IN|MEMBER_OF|REPRESENTS|AFFILIATED_WITH|SPOKE_ON|SUPPORTS_BAN|OPPOSES_BAN|QUALIFIES_BAN|SUPPORTS|OPPOSES|QUALIFIES|DEFINES|CITES|SIGNED|CONTRIBUTED_TO|RECOMMENDS|MENTIONS|BROADER|RELATED|ABOUT]-
      (m:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document)
WHERE (size($kinds) = 0 OR labels(m)[0] IN $kinds) AND (size($relations) = 0 OR type(r) IN $relations)
  AND ($document = '' OR $document IN coalesce(r.documents, [])) AND ($as_of = '' OR r.claims IS NULL OR left(r.first, size($as_of)) <= $as_of)
  AND ($confidence = 0 OR coalesce(r.confidence, 1.0) * 100 >= $confidence) AND ($region = '' OR labels(m)[0] <> 'State' OR m.region = $region)
WITH m, sum(coalesce(r.claims, 0)) AS claims, max(coalesce(r.confidence, 0.0)) AS confidence
ORDER BY claims DESC, confidence DESC, m.id
WITH m, CASE WHEN m.id IN $known THEN null ELSE m END AS fresh
WITH count(m) AS total, collect(fresh) AS found
WITH total, found[0..$limit] AS next
UNWIND range(0, size(next)) AS place
WITH total, place, next[place] AS m
RETURN m.id AS id, labels(m)[0] AS kind, m.name AS name, m.name_zh AS name_zh, m.name_ko AS name_ko, m.region AS region, m.date AS date, total
ORDER BY place
