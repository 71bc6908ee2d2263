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

interface EdgePlaces {
  readonly from: number;
  readonly to: number;
  /** -1: nothing is added up. */
  readonly sum: number;
  readonly at: number;
}

const placesOf = (table: EventTable): readonly EdgePlaces[] => {
  const columns: readonly string[] = eventColumns[table];
  return edgeEnds[table].map(([from, to]) => ({
    from: columns.indexOf(from),
    to: columns.indexOf(to),
    sum: columns.indexOf(edgeSums[table] ?? ""),
    at: columns.indexOf("at"),
  }));
};

const edgePlaces = Object.fromEntries(eventTables.map((table) => [table, placesOf(table)])) as Record<EventTable, readonly EdgePlaces[]>;
const statePlace = eventColumns.transfer.indexOf("state");

/** The edges of one event; a transfer that moved no money makes none. */
export function edgesOf(table: EventTable, values: EventValues): EventEdge[] {
  const edges: EventEdge[] = [];
  if (table === "transfer" && values[statePlace] !== 0) return edges;
  for (const place of edgePlaces[table]) {
    const [from, to] = [values[place.from] as number | null, values[place.to] as number | null];
    if (from === null || to === null) continue;
    const sum = place.sum < 0 ? 0 : ((values[place.sum] as number | null) ?? 0);
    edges.push({ from, to, sum, at: values[place.at] as number | null });
  }
  return edges;
}

export const eventInto = (table: EventTable): string => `${table} (${eventColumns[table].join(", ")}, source_id, row)`;

export const updateEventText = (table: EventTable): string =>
  `UPDATE ${table} SET ${eventColumns[table].map((column) => `${column} = ?`).join(", ")}, source_id = ?, row = ? WHERE id = ?`;
