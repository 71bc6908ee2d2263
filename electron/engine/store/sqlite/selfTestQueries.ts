// Statements over the documented views that the self-test asks of its own workspace, as anybody could.

export const caseNumbersQuery = "SELECT key FROM v_entity WHERE kind = 'case'";

/** Names of one account: card and number. */
export const cardNamesQuery = `SELECT a.key AS card, b.key AS account FROM v_link l
  JOIN v_entity a ON a.id = l.from_id JOIN v_entity b ON b.id = l.to_id WHERE l.kind = 'card-of'`;
