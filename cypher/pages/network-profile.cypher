// title: What is known of a node?
// description: The relations of a node, how many others each leads to, and on how many claims they stand.
// params: id = ""
// columns: relation, outgoing, others, claims

MATCH (n:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document {id: $id})-[r]-
      (m:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document)
WITH type(r) AS relation, startNode(r).id = $id AS outgoing, count(DISTINCT m) AS others, sum(coalesce(r.claims, 0)) AS claims
RETURN relation, outgoing, others, claims
ORDER BY claims DESC, relation, outgoing
