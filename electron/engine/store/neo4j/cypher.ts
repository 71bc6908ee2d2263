// Every Cypher statement that is sent; parameters only, no text of the user's in them.

export const cypher = {
  components: "CALL dbms.components() YIELD name, versions, edition RETURN name, versions[0] AS version, edition",
  countNodes: "MATCH (n) RETURN count(n) AS count",
  countRelationships: "MATCH ()-[r]->() RETURN count(r) AS count",
  labels: "CALL db.labels() YIELD label RETURN label ORDER BY label",
} as const;
