// title: What can be looked for?
// description: Everything with a name of its own, its names in all languages, and how many claims are about it.
// columns: id, kind, name, name_zh, name_ko, aliases, claims

MATCH (n)
WHERE labels(n)[0] IN ['State', 'NGO', 'InternationalOrganization', 'Institution', 'Coalition', 'Person', 'Group', 'Event', 'Concept', 'Proposal', 'Document']
RETURN n.id AS id, labels(n)[0] AS kind, n.name AS name, n.name_zh AS name_zh, n.name_ko AS name_ko, n.aliases AS aliases,
       COUNT { (n)<-[:SUBJECT]-(:Claim) } + COUNT { (n)<-[:OBJECT]-(:Claim) } AS claims
ORDER BY id
