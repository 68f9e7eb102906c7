// title: Documents that were read
// question: What was read, from when, in which languages, and how much did each document give?
// column: id: id of the document's node
// column: doc: file name without extension
// column: title: as the document has it, else its file name
// column: date: YYYY to YYYY-MM-DD
// column: languages: ISO 639-1 codes, the most used first
// column: publisher: where it says so
// column: symbol: under which the publisher lists it
// column: sha256: of the file
// column: passages: number
// column: claims: number
// column: skipped: what reading left out: number, times sign, reason

MATCH (d:Document)
WHERE d.read
RETURN d.id AS id, d.doc AS doc, d.name AS title, d.date AS date, d.languages AS languages, d.publisher AS publisher, d.symbol AS symbol, d.sha256 AS sha256,
       COUNT { (d)<-[:PART_OF]-(:Passage) } AS passages, COUNT { (d)<-[:PART_OF]-(:Passage)<-[:EVIDENCE]-(:Claim) } AS claims, d.skipped AS skipped
ORDER BY doc
