// title: A node
// question: What is known of a node beside its names?
// param: id = "state:EGY" (node) the node
// column: kind: label
// column: note: what is meant, of concepts and proposals
// column: aliases: all other names
// column: region: of a state its continent, after UN M49
// column: subregion: of a state, after UN M49
// column: iso3: of a state, the ISO 3166 code of three letters
// column: unlisted: whether no name list knows it
// column: quantifier: of unnamed groups, how many
// column: noun: of unnamed groups, what they are called
// column: doc: of unnamed groups, the document they belong to
// column: date: of meetings and documents
// column: place: of meetings
// example: id=event:ccw-laws-informal-meeting-2016

MATCH (n:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group|Event|Concept|Proposal|Recommendation {id: $id})
RETURN labels(n)[0] AS kind, n.note AS note, n.aliases AS aliases, n.region AS region, n.subregion AS subregion, n.iso3 AS iso3,
       n.unlisted AS unlisted, n.quantifier AS quantifier, n.noun AS noun, n.doc AS doc, n.date AS date, n.place AS place
ORDER BY kind
