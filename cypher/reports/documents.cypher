// title: What was read?
// description: The documents in the graph, with how many passages and claims each gave.
// columns: id, title, date, languages, publisher, passages, claims

MATCH (d:Document)
WHERE d.read
RETURN d.doc AS id, d.name AS title, d.date AS date, d.languages AS languages, d.publisher AS publisher,
       COUNT { (d)<-[:PART_OF]-(:Passage) } AS passages, COUNT { (d)<-[:PART_OF]-(:Passage)<-[:EVIDENCE]-(:Claim) } AS claims
ORDER BY id
