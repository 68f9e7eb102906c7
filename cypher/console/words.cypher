// title: Passages with a word
// question: Which passages hold certain words?
// column: place: document and locator
// column: text: of the passage

MATCH (p:Passage)
WHERE toLower(p.text) CONTAINS 'control' OR p.text CONTAINS '控制' OR p.text CONTAINS '통제'
RETURN p.doc + ' ' + p.loc AS place, p.text AS text
ORDER BY place
LIMIT 50
