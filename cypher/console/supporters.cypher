// title: Who supports a pre-emptive ban
// question: Which states are recorded as supporting a pre-emptive ban, in which documents?
// column: state: name in English
// column: documents: file names without extension
// column: quote: words of the claim of highest confidence

MATCH (s:State)-[r:SUPPORTS_BAN]->(:Proposal {id: 'proposal:preemptive-ban'})
RETURN s.name AS state, r.documents AS documents, r.quote AS quote
ORDER BY state
