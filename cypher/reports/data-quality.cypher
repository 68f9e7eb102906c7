// title: Data quality
// question: How much of the graph rests on little: one claim, low confidence, names that no list knows, tables whose columns were inferred?
// param: below = 0.75 (0 to 1) confidence that counts as low
// column: check: what is counted
// column: number: how many
// column: of: out of how many
// column: share: of the whole, 0 to 1
// column: claims: number of all claims in the graph
// example: below=0.9

MATCH (c:Claim)
WITH count(*) AS claims, sum(CASE WHEN c.confidence < $below THEN 1 ELSE 0 END) AS low, count(c.stance) AS positions,
     sum(CASE WHEN c.stance IS NOT NULL AND c.via IS NOT NULL THEN 1 ELSE 0 END) AS reported,
     sum(CASE WHEN c.stance IS NOT NULL AND c.method CONTAINS 'inferred' THEN 1 ELSE 0 END) AS inferred,
     sum(CASE WHEN c.stance IS NOT NULL AND c.as_of IS NULL THEN 1 ELSE 0 END) AS undated
WITH claims, low, positions, reported, inferred, undated,
     COUNT { (:Group)<-[:SUBJECT]-(c:Claim) WHERE c.stance IS NOT NULL } AS unnamed,
     COUNT { ()-[r:SUPPORTS_BAN|OPPOSES_BAN|QUALIFIES_BAN|SUPPORTS|OPPOSES|QUALIFIES]->() } AS edges,
     COUNT { ()-[r:SUPPORTS_BAN|OPPOSES_BAN|QUALIFIES_BAN|SUPPORTS|OPPOSES|QUALIFIES]->() WHERE r.claims = 1 } AS single,
     COUNT { (n:State|NGO|InternationalOrganization|Institution|Coalition|Person) } AS actors,
     COUNT { (n:State|NGO|InternationalOrganization|Institution|Coalition|Person) WHERE n.unlisted } AS unlisted,
     COUNT { (p:Passage) } AS passages,
     COUNT { (p:Passage) WHERE NOT EXISTS { (p)<-[:EVIDENCE]-() } } AS silent,
     COUNT { (d:Document) WHERE d.read } AS documents,
     COUNT { (d:Document) WHERE d.read AND d.date IS NOT NULL } AS dated
UNWIND [
  {check: 'claims of low confidence', number: low, of: claims},
  {check: 'positions reported through someone else', number: reported, of: positions},
  {check: 'positions from tables whose columns were inferred', number: inferred, of: positions},
  {check: 'positions of no known date', number: undated, of: positions},
  {check: 'positions of unnamed groups', number: unnamed, of: positions},
  {check: 'relationships of position that rest on one claim', number: single, of: edges},
  {check: 'actors that no list knows', number: unlisted, of: actors},
  {check: 'passages without a claim', number: silent, of: passages},
  {check: 'documents of no known date', number: documents - dated, of: documents}
] AS row
RETURN row.check AS check, row.number AS number, row.of AS of, CASE WHEN row.of = 0 THEN null ELSE round(1000.0 * row.number / row.of) / 1000 END AS share,
       claims
ORDER BY coalesce(share, -1.0) DESC, check
