// title: Neighbours of a concept
// question: Which concepts are broader, narrower or related, which proposals are about it, and which concepts share its passages?
// param: concept = "concept:human-control" (Concept) the concept
// param: together = 2 (passages) the least number of passages in which another concept stands beside it
// column: neighbour: name of the concept or proposal
// column: id: of the neighbour
// column: link: broader, narrower, related, proposal about it, or mentioned together
// column: passages: number that mention the concept and speak of the neighbour
// column: place: the first of them, as document and locator
// column: quote: words there on the neighbour
// example: concept=concept:autonomy together=5

MATCH (k:Concept {id: $concept})
CALL {
  WITH k MATCH (k)-[:BROADER]->(n:Concept) RETURN n, 'broader' AS link
  UNION WITH k MATCH (k)<-[:BROADER]-(n:Concept) RETURN n, 'narrower' AS link
  UNION WITH k MATCH (k)-[:RELATED]-(n:Concept) RETURN n, 'related' AS link
  UNION WITH k MATCH (k)<-[:ABOUT]-(n:Proposal) RETURN n, 'proposal about it' AS link
  UNION
  WITH k MATCH (k)<-[:OBJECT]-(:Claim {relation: 'MENTIONS'})-[:EVIDENCE]->(p:Passage)<-[:EVIDENCE]-(:Claim {relation: 'MENTIONS'})-[:OBJECT]->(n:Concept)
  WHERE n.id <> k.id
  WITH n, count(DISTINCT p.id) AS shared WHERE shared >= $together RETURN n, 'mentioned together' AS link
}
WITH k, n, link
OPTIONAL MATCH (k)<-[:OBJECT]-(:Claim {relation: 'MENTIONS'})-[:EVIDENCE]->(p:Passage)<-[:EVIDENCE]-(c:Claim)-[:OBJECT]->(n)
WITH n, link, p, c ORDER BY p.doc, p.ordinal, c.start, c.id
WITH n.name AS neighbour, n.id AS id, link, count(DISTINCT p.id) AS passages, head(collect(c.doc + ' ' + c.loc)) AS place,
     head(collect(c.quote)) AS quote
RETURN neighbour, id, link, passages, place, quote
ORDER BY CASE link WHEN 'broader' THEN 0 WHEN 'narrower' THEN 1 WHEN 'related' THEN 2 WHEN 'proposal about it' THEN 3 ELSE 4 END,
         passages DESC, neighbour, id
