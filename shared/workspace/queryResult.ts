// The answer to a statement that an analyst typed, SQL or Cypher.
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}
