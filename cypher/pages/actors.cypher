// title: Actors
// question: Who is named, and how much do documents say of each?
// column: id: of the actor
// column: kind: label
// column: region: of a state its continent, after UN M49
// column: supports: number of claims of being for something
// column: opposes: number of claims of being against something
// column: neither: number of claims of being neither
// column: meetings: number of claims of taking part
// column: claims: number of claims that name the actor

MATCH (a:State|NGO|InternationalOrganization|Institution|Coalition|Person|Group)
RETURN a.id AS id, labels(a)[0] AS kind, a.region AS region, COUNT { (a)<-[:SUBJECT]-(:Claim {stance: 'supports'}) } AS supports,
       COUNT { (a)<-[:SUBJECT]-(:Claim {stance: 'opposes'}) } AS opposes, COUNT { (a)<-[:SUBJECT]-(:Claim {stance: 'neither'}) } AS neither,
       COUNT { (a)<-[:SUBJECT]-(:Claim {relation: 'PARTICIPATED_IN'}) } AS meetings,
       COUNT { (a)<-[:SUBJECT]-(:Claim) } + COUNT { (a)<-[:OBJECT]-(:Claim) } AS claims
ORDER BY claims DESC, id
