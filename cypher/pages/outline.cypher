// title: Outline of a document
// question: Which passages has a document, in order, and what are its headings?
// param: document = "" (Document) the document
// column: ordinal: of the passage, from 0
// column: place: locator
// column: kind: title, heading, paragraph, item, note or table
// column: heading: text of a title or heading
// example: document=doc:ccw-informal-meeting-2016

MATCH (:Document {id: $document})<-[:PART_OF]-(p:Passage)
RETURN p.ordinal AS ordinal, p.loc AS place, p.kind AS kind, CASE WHEN p.kind IN ['title', 'heading'] THEN p.text END AS heading
ORDER BY ordinal
