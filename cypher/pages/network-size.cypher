// title: How large is the graph?
// description: How many nodes of each kind there are.
// columns: kind, nodes

MATCH (n:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document)
RETURN labels(n)[0] AS kind, count(n) AS nodes
ORDER BY kind
