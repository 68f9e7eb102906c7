// title: Proposals with positions
// question: On which proposals are positions recorded, and of how many holders?
// column: id: of the proposal
// column: name: in English
// column: states: number of states with a position on it
// column: holders: number of all holders with a position on it
// column: claims: number of claims of position

MATCH (h)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(p:Proposal)
WHERE c.stance IS NOT NULL
WITH p, count(DISTINCT CASE WHEN h:State THEN h.id END) AS states, count(DISTINCT h.id) AS holders, count(*) AS claims
RETURN p.id AS id, p.name AS name, states, holders, claims
ORDER BY states DESC, claims DESC, id
