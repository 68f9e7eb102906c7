// title: Shortest path
// question: How are two nodes connected by what the documents say, and which words stand behind each step?
// param: from = "org:human-rights-watch" (node) id of the one end
// param: to = "state:CHL" (node) id of the other end
// column: step: from 1
// column: node: name of the node the step leads from
// column: relation: type of the relationship
// column: forwards: whether the relationship itself leads that way
// column: next: name of the node the step leads to
// column: documents: that say so, as file names without extension
// column: claims: number that say so
// column: quote: words of the claim of highest confidence
// example: from=state:CHN to=state:CHL

MATCH (a {id: $from}) MATCH (b {id: $to})
MATCH p = allShortestPaths((a)-[:PARTICIPATED_IN|MEMBER_OF|REPRESENTS|AFFILIATED_WITH|SPOKE_ON|SUPPORTS_BAN|OPPOSES_BAN|QUALIFIES_BAN|SUPPORTS|OPPOSES|QUALIFIES|DEFINES|CITES|SIGNED|CONTRIBUTED_TO|RECOMMENDS|MENTIONS*..6]-(b))
WITH p, [n IN nodes(p) | n.id] AS ids, [r IN relationships(p) | type(r)] AS types
ORDER BY ids, types LIMIT 1
UNWIND range(0, length(p) - 1) AS at
WITH at, nodes(p)[at] AS n, relationships(p)[at] AS r, nodes(p)[at + 1] AS m
RETURN at + 1 AS step, n.name AS node, type(r) AS relation, startNode(r).id = n.id AS forwards, m.name AS next, r.documents AS documents,
       r.claims AS claims, r.quote AS quote
ORDER BY step
