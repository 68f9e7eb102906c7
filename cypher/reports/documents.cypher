// title: Documents
// question: What was read, and how much did each document give?
// column: id: file name without extension
// column: title: as the document has it, else its file name
// column: date: YYYY to YYYY-MM-DD
// column: languages: ISO 639-1 codes, the most used first
// column: publisher: where it says so
// column: passages: number
// column: claims: number

MATCH (d:Document)
WHERE d.read
RETURN d.doc AS id, d.name AS title, d.date AS date, d.languages AS languages, d.publisher AS publisher,
       COUNT { (d)<-[:PART_OF]-(:Passage) } AS passages, COUNT { (d)<-[:PART_OF]-(:Passage)<-[:EVIDENCE]-(:Claim) } AS claims
ORDER BY id
