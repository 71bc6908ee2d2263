// The five event tables: their columns besides source and row, in the order in which they are written, and the edges that an event makes.

export type EventTable = "transfer" | "call" | "stay" | "capture" | "login";
export type EventValues = readonly (string | number | null)[];

export const eventColumns = {
  transfer: [
    "at",
    "precision",
    "from_id",
    "to_id",
    "amount_fen",
    "currency",
    "balance_fen",
    "state",
    "side",
    "channel",
    "reference",
    "memo",
  ],
  call: ["at", "precision", "from_id", "to_id", "seconds", "medium", "place_id", "device_id"],
  stay: ["at", "until", "person_id", "place_id", "room"],
  capture: ["at", "device_id", "place_id"],
  login: ["at", "account_id", "address_id", "device_id"],
} as const satisfies Record<EventTable, readonly string[]>;

export const eventTables = Object.keys(eventColumns) as readonly EventTable[];

/** Pairs of columns that an edge joins. */
const edgeEnds: Readonly<Record<EventTable, readonly (readonly [from: string, to: string])[]>> = {
  transfer: [["from_id", "to_id"]],
  call: [["from_id", "to_id"]],
  stay: [["person_id", "place_id"]],
  capture: [["device_id", "place_id"]],
  login: [
    ["account_id", "address_id"],
    ["account_id", "device_id"],
  ],
};

/** What an edge adds up. */
const edgeSums: Partial<Record<EventTable, string>> = { transfer: "amount_fen", call: "seconds" };

export interface EventEdge {
  readonly from: number;
  readonly to: number;
  readonly sum: number;
  readonly at: number | null;
}

/** The edges of one event; a transfer that moved no money makes none. */
export function edgesOf(table: EventTable, values: EventValues): EventEdge[] {
  const columns: readonly string[] = eventColumns[table];
  const columnValue = (column: string | undefined) =>
    column === undefined ? null : ((values[columns.indexOf(column)] ?? null) as number | null);
  if (table === "transfer" && columnValue("state") !== 0) return [];
  return edgeEnds[table].flatMap(([fromColumn, toColumn]) => {
    const from = columnValue(fromColumn);
    const to = columnValue(toColumn);
    return from === null || to === null ? [] : [{ from, to, sum: columnValue(edgeSums[table]) ?? 0, at: columnValue("at") }];
  });
}

export const insertEventText = (table: EventTable): string =>
  `INSERT INTO ${table} (${eventColumns[table].join(", ")}, source_id, row) VALUES (${eventColumns[table].map(() => "?").join(", ")}, ?, ?)`;

export const updateEventText = (table: EventTable): string =>
  `UPDATE ${table} SET ${eventColumns[table].map((column) => `${column} = ?`).join(", ")}, source_id = ?, row = ? WHERE id = ?`;
