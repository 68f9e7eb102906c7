// title: Which regions are there?
// description: The regions of the states in the graph.
// columns: region, states

MATCH (s:State) WHERE s.region IS NOT NULL
RETURN s.region AS region, count(s) AS states
ORDER BY region
