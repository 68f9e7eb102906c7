// title: Relations of a node
// question: How many others does each relation of a node lead to, and on how many claims?
// param: id = "" (node) the node
// column: relation: its type
// column: outgoing: true where the node is the subject
// column: others: how many nodes it leads to
// column: claims: how many state them
// example: id=state:EGY

MATCH (n:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document {id: $id})-[r]-
      (m:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document)
WITH type(r) AS relation, startNode(r).id = $id AS outgoing, count(DISTINCT m) AS others, sum(coalesce(r.claims, 0)) AS claims
RETURN relation, outgoing, others, claims
ORDER BY claims DESC, relation, outgoing
