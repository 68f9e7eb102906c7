// title: Coalitions of NGOs
// question: Which coalitions are there, who belongs to them, and what do the coalition and its members stand for?
// param: coalition = "" (Coalition) only this one; empty: all
// column: coalition: its name
// column: members: number
// column: names: of the members
// column: took_part: number of members that took part in a meeting in their own name
// column: supports: proposals that the coalition or a member is for
// column: opposes: proposals that the coalition or a member is against
// column: claims: number that state a membership
// column: quote: words of the membership of highest confidence
// example: coalition=org:campaign-to-stop-killer-robots

MATCH (o:Coalition)
WHERE $coalition = '' OR o.id = $coalition
OPTIONAL MATCH (o)<-[b:MEMBER_OF]-(m)
WITH o, m, b ORDER BY b.confidence DESC, b.quote, m.id
WITH o, collect(m) AS members, collect(m.name) AS listed, coalesce(sum(b.claims), 0) AS claims, head(collect(b.quote)) AS quote
OPTIONAL MATCH (o)<-[:MEMBER_OF]-(m) WHERE EXISTS { (m)-[:PARTICIPATED_IN]->(:Event) }
WITH o, members, listed, claims, quote, count(m) AS took_part
UNWIND [o] + members AS one
OPTIONAL MATCH (one)-[r:SUPPORTS_BAN|SUPPORTS|OPPOSES_BAN|OPPOSES]->(p:Proposal)
WITH o, listed, took_part, claims, quote, type(r) AS stance, p.name AS proposal ORDER BY proposal
WITH o, listed, took_part, claims, quote, collect(DISTINCT CASE WHEN stance STARTS WITH 'SUPPORTS' THEN proposal END) AS supports,
     collect(DISTINCT CASE WHEN stance STARTS WITH 'OPPOSES' THEN proposal END) AS opposes
UNWIND CASE WHEN size(listed) = 0 THEN [null] ELSE listed END AS name
WITH o, took_part, claims, quote, supports, opposes, name ORDER BY name
WITH o, took_part, claims, quote, supports, opposes, collect(name) AS names
RETURN o.name AS coalition, size(names) AS members, names, took_part, supports, opposes, claims, quote
ORDER BY members DESC, coalition, o.id
