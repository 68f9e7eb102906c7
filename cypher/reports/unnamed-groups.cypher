// title: Unnamed groups
// question: What were unnamed holders for or against: some, many, several delegations? They are never counted as states.
// param: proposal = "" (Proposal) only this proposal; empty: all
// param: quantifier = "" (text) only this one: all, most, many, several, some, few, others, unspecified; empty: every one
// column: proposal: name of the proposal
// column: stance: supports, opposes or neither
// column: quantifier: how many, in the document's word
// column: holders: what they are called
// column: document: file name without extension
// column: place: locator in the document
// column: quote: words that say so
// column: confidence: 0 to 1
// example: quantifier=some

MATCH (g:Group)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(p:Proposal)
WHERE c.stance IS NOT NULL AND ($proposal = '' OR p.id = $proposal) AND ($quantifier = '' OR g.quantifier = $quantifier)
MATCH (c)-[:EVIDENCE]->(at:Passage)
RETURN p.name AS proposal, c.stance AS stance, g.quantifier AS quantifier, g.noun AS holders, c.doc AS document, c.loc AS place,
       c.quote AS quote, c.confidence AS confidence
ORDER BY proposal, p.id, CASE stance WHEN 'supports' THEN 0 WHEN 'opposes' THEN 1 ELSE 2 END,
         CASE quantifier WHEN 'all' THEN 0 WHEN 'most' THEN 1 WHEN 'many' THEN 2 WHEN 'several' THEN 3 WHEN 'some' THEN 4 ELSE 5 END,
         quantifier, document, at.ordinal, c.start, c.id
