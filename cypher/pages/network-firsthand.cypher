// title: What do the documents say themselves?
// description: Relations between the given nodes with a claim that is neither read from an inferred table nor reported by somebody else.
// params: ids = []
// columns: source, relation, target

UNWIND $ids AS one
MATCH (a:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Document {id: one})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->
      (b:State|NGO|InternationalOrganization|Institution|Coalition|Event|Concept|Proposal|Recommendation|Document)
WHERE b.id IN $ids AND c.via IS NULL AND NOT c.method CONTAINS 'inferred' AND c.status <> 'rejected'
RETURN DISTINCT a.id AS source, c.relation AS relation, b.id AS target
ORDER BY source, relation, target
