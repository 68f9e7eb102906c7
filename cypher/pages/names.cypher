// title: What can be looked for
// question: What has a name of its own, what is it called in all languages, and how many claims name it?
// column: id: id of the node
// column: kind: label of the node
// column: name: name in English
// column: name_zh: name in Chinese
// column: name_ko: name in Korean
// column: name_fr: name in French
// column: aliases: all other names
// column: claims: number of claims that name it

MATCH (n)
WHERE labels(n)[0] IN ['State', 'NGO', 'InternationalOrganization', 'Institution', 'Coalition', 'Person', 'Group', 'Event', 'Concept', 'Proposal', 'Document']
RETURN n.id AS id, labels(n)[0] AS kind, n.name AS name, n.name_zh AS name_zh, n.name_ko AS name_ko, n.name_fr AS name_fr,
       n.aliases AS aliases, COUNT { (n)<-[:SUBJECT]-(:Claim) } + COUNT { (n)<-[:OBJECT]-(:Claim) } AS claims
ORDER BY id
