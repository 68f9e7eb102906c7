// title: Nodes by kind
// question: How many nodes of each kind are in the graph, and how many do no lists of names know?
// column: kind: label of the nodes
// column: number: how many
// column: unlisted: how many of them no list of names knows

MATCH (n)
WHERE NOT n:Claim AND NOT labels(n)[0] STARTS WITH '_'
RETURN labels(n)[0] AS kind, count(*) AS number, sum(CASE WHEN n.unlisted THEN 1 ELSE 0 END) AS unlisted
ORDER BY kind
