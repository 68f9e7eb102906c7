// title: Shortest path
// question: Over which nodes do two hang together, as documents and vocabulary say?
// param: start = "" (node) where it begins
// param: goal = "" (node) where it ends
// column: ids: ids of its nodes, from start to goal
// example: start=state:EGY goal=state:USA

MATCH (a:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document {id: $start}),
      (b:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document {id: $goal})
MATCH p = allShortestPaths((a)-[:PARTICIPATED_IN|MEMBER_OF|REPRESENTS|AFFILIATED_WITH|SPOKE_ON|SUPPORTS_BAN|OPPOSES_BAN|QUALIFIES_BAN|SUPPORTS|OPPOSES|QUALIFIES|DEFINES|CITES|SIGNED|CONTRIBUTED_TO|RECOMMENDS|MENTIONS|BROADER|RELATED|ABOUT*..8]-(b))
RETURN [n IN nodes(p) | n.id] AS ids
ORDER BY ids
LIMIT 1
