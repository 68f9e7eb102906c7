// title: What is in the graph
// question: How many nodes of each label are there?
// column: kind: label
// column: number: of nodes

MATCH (n)
WHERE NOT labels(n)[0] STARTS WITH '_'
RETURN labels(n)[0] AS kind, count(*) AS number
ORDER BY number DESC, kind
