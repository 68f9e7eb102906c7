// title: Regions
// question: Which regions do the states belong to?
// column: region: of states
// column: states: number

MATCH (s:State) WHERE s.region IS NOT NULL
RETURN s.region AS region, count(s) AS states
ORDER BY region
