// title: Stated firsthand
// question: Which relations between these nodes have a claim that is neither read from an inferred table nor reported by another?
// param: ids = [] (nodes) the nodes between which
// column: source: id of the node it begins at
// column: relation: its type
// column: target: id of the node it leads to
// example: ids='["state:CHN", "concept:lethal-autonomous-weapons-systems"]'

UNWIND $ids AS one
MATCH (a:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Document {id: one})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->
      (b:State|NGO|InternationalOrganization|Institution|Coalition|Event|Concept|Proposal|Recommendation|Document)
WHERE b.id IN $ids AND c.via IS NULL AND NOT c.method CONTAINS 'inferred' AND c.status <> 'rejected'
RETURN DISTINCT a.id AS source, c.relation AS relation, b.id AS target
ORDER BY source, relation, target
