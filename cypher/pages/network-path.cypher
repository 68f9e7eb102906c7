// title: How are two connected?
// description: The nodes of a shortest way from one node to another over what documents and the vocabulary say.
// params: start = "", goal = ""
// columns: ids

MATCH (a:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document {id: $start}),
      (b:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation|Document {id: $goal})
MATCH p = shortestPath((a)-[:PARTICIPATED_IN|MEMBER_OF|REPRESENTS|AFFILIATED_WITH|SPOKE_ON|SUPPORTS_BAN|OPPOSES_BAN|QUALIFIES_BAN|SUPPORTS|OPPOSES|QUALIFIES|DEFINES|CITES|SIGNED|CONTRIBUTED_TO|RECOMMENDS|MENTIONS|BROADER|RELATED|ABOUT*..8]-(b))
RETURN [n IN nodes(p) | n.id] AS ids
ORDER BY ids
