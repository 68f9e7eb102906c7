// title: Documents that were read
// question: Which documents were read, when are they of, in which languages, and what did they give?
// column: id: id of the document's node
// column: doc: file name without extension
// column: title: of the document
// column: date: YYYY to YYYY-MM-DD
// column: publisher: who published it
// column: languages: ISO 639-1 codes, the most used first
// column: kind: report, article, statement, resolution, news or other
// column: passages: number that were read
// column: claims: number that were found

MATCH (d:Document)
WHERE d.read
RETURN d.id AS id, d.doc AS doc, d.name AS title, d.date AS date, d.publisher AS publisher, d.languages AS languages, d.kind AS kind,
       COUNT { (d)<-[:PART_OF]-(:Passage) } AS passages, COUNT { (d)<-[:PART_OF]-(:Passage)<-[:EVIDENCE]-(:Claim) } AS claims
ORDER BY doc
