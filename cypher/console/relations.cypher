// title: What documents state
// question: How many relationships of each type do claims stand behind, and how many claims?
// column: relation: type
// column: relationships: number
// column: claims: number

MATCH (a)-[r]->(b)
WHERE r.claims > 0
RETURN type(r) AS relation, count(*) AS relationships, sum(r.claims) AS claims
ORDER BY claims DESC, relation
