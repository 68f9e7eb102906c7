// title: Passages of a document
// question: What is the text of some passages of a document?
// param: document = "" (Document) the document
// param: first = 0 (from 0) the first passage
// param: after = 60 (from 0) the passage after the last one
// column: ordinal: of the passage, from 0
// column: place: locator
// column: kind: title, heading, paragraph, item, note or table
// column: language: ISO 639-1 code
// column: headings: those above the passage, outermost first
// column: marker: number or bullet that stood before the text
// column: text: repaired
// example: document=doc:ccw-informal-meeting-2016

MATCH (:Document {id: $document})<-[:PART_OF]-(p:Passage)
WHERE p.ordinal >= $first AND p.ordinal < $after
RETURN p.ordinal AS ordinal, p.loc AS place, p.kind AS kind, p.language AS language, p.headings AS headings, p.marker AS marker, p.text AS text
ORDER BY ordinal
