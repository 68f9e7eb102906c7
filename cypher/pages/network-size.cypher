// title: Size of the graph
// question: How many nodes of each kind are there?
// column: kind: label
// column: nodes: number

MATCH (n:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document)
RETURN labels(n)[0] AS kind, count(n) AS nodes
ORDER BY kind
