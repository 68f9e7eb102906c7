// title: What was left out
// question: What did reading leave out of each document, why, and how often?
// param: document = "" (document) only this document; empty: every one
// column: document: file name without extension
// column: reason: why it was left out
// column: lines: number of lines or passages left out for it
// column: passages: number of passages that were read
// column: claims: number that were found
// example: document=ccw-informal-meeting-2016

MATCH (d:Document)
WHERE d.read AND d.skipped IS NOT NULL AND ($document = '' OR d.doc = $document)
UNWIND d.skipped AS one
WITH d, split(one, ' × ') AS parts
RETURN d.doc AS document, parts[1] AS reason, toInteger(parts[0]) AS lines, COUNT { (d)<-[:PART_OF]-(:Passage) } AS passages,
       COUNT { (d)<-[:PART_OF]-(:Passage)<-[:EVIDENCE]-(:Claim) } AS claims
ORDER BY document, lines DESC, reason
