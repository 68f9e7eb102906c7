// title: Concepts and proposals
// question: What is talked about, where does it belong, and how much do documents say of it?
// column: id: of the concept or proposal
// column: kind: Concept or Proposal
// column: broader: ids of what it is a kind of
// column: mentions: number of claims that a document talks about it
// column: definitions: number of claims that define it
// column: positions: number of claims for, against or neither

MATCH (k:Concept|Proposal)
OPTIONAL MATCH (k)-[:BROADER]->(b:Concept|Proposal)
WITH k, b ORDER BY b.id
WITH k, collect(b.id) AS broader
RETURN k.id AS id, labels(k)[0] AS kind, broader, COUNT { (k)<-[:OBJECT]-(:Claim {relation: 'MENTIONS'}) } AS mentions,
       COUNT { (k)<-[:OBJECT]-(:Claim {relation: 'DEFINES'}) } AS definitions,
       COUNT { (k)<-[:OBJECT]-(c:Claim) WHERE c.stance IS NOT NULL } AS positions
ORDER BY mentions + definitions + positions DESC, id
