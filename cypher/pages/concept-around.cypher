// title: Around a concept
// question: What is broader, narrower or related, what is it set against, which proposals are about it, and what does it share passages with?
// param: id = "concept:human-control" (Concept | Proposal) the concept or proposal
// column: link: broader, narrower, related, distinct, proposal, about or together
// column: neighbour: id of the other concept or proposal
// column: kind: its label
// column: passages: of those mentioned together, the number of passages in which both are
// example: id=concept:autonomy

MATCH (k:Concept|Proposal {id: $id})
CALL {
  WITH k MATCH (k)-[:BROADER]->(n:Concept|Proposal) RETURN n, 'broader' AS link, 0 AS passages
  UNION WITH k MATCH (k)<-[:BROADER]-(n:Concept|Proposal) RETURN n, 'narrower' AS link, 0 AS passages
  UNION WITH k MATCH (k)-[:RELATED]-(n:Concept|Proposal) RETURN n, 'related' AS link, 0 AS passages
  UNION WITH k MATCH (k)<-[:ABOUT]-(n:Proposal) RETURN n, 'proposal' AS link, 0 AS passages
  UNION WITH k MATCH (k)-[:ABOUT]->(n:Concept) RETURN n, 'about' AS link, 0 AS passages
  UNION WITH k MATCH (n:Concept|Proposal) WHERE n.id IN coalesce(k.distinct_from, []) OR k.id IN coalesce(n.distinct_from, [])
        RETURN n, 'distinct' AS link, 0 AS passages
  UNION
  WITH k MATCH (k)<-[:OBJECT]-(:Claim {relation: 'MENTIONS'})-[:EVIDENCE]->(p:Passage)<-[:EVIDENCE]-(:Claim {relation: 'MENTIONS'})-[:OBJECT]->(n:Concept)
  WHERE n.id <> k.id
  WITH n, count(DISTINCT p.id) AS passages WHERE passages > 1 RETURN n, 'together' AS link, passages
}
RETURN link, n.id AS neighbour, labels(n)[0] AS kind, passages
ORDER BY link, passages DESC, neighbour
