// Rows of a bundle as batches of facts, as if a file had been read: the rest of an import does not know the difference.
import type { CallFacts, FactBatch, RawChunk, TransferFacts } from "../../../../shared/import/facts.ts";
import type { SourceStart } from "../../../../shared/import/messages.ts";
import type { BundleEvent, BundleRow, BundleSource } from "../../../../shared/review/exchange/format.ts";
import { eventEnds } from "../../../../shared/review/exchange/format.ts";
import { exchangeLayout } from "./gatherRows.ts";

const rowsAtOnce = 1_000;

/** How the sheet stands here: the folder of its file is the unit that it came from. */
export const startOf = (source: BundleSource, ordinal: number): SourceStart => ({
  ordinal,
  name: source.name,
  path: source.name,
  entry: `${source.unit.replaceAll("/", "／")}/${source.entry ?? source.name}`,
  sheet: source.sheet,
  size: source.size,
  sha256: source.sha256,
  encoding: source.encoding,
  headerRow: source.headerRow,
  headings: source.headings,
  layout: `${exchangeLayout}${source.layout}`,
  confidence: 1,
  doubts: [],
  mapping: source.mapping,
  banner: {},
});

/** The batches, the last with what the sheet says as a whole. */
export function* batchesOf(source: BundleSource, rows: readonly BundleRow[]): Generator<FactBatch> {
  const isWhole = rows.length >= source.stored;
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const slice = rows.slice(at, at + rowsAtOnce);
    const isLast = at + rowsAtOnce >= rows.length;
    yield batchOf(source, slice, at + slice.length, isWhole && isLast);
  }
}

/** Entities of this batch only, by their places in it. */
class Places {
  readonly entities: FactBatch["entities"][number][] = [];
  private readonly places = new Map<number, number>();
  private readonly source: BundleSource;

  constructor(source: BundleSource) {
    this.source = source;
  }

  of(at: number): number {
    const known = this.places.get(at);
    if (known !== undefined) return known;
    const [kind, key, label, row] = this.source.entities[at]!;
    const place = this.entities.push({ kind, key, label, row }) - 1;
    this.places.set(at, place);
    return place;
  }
}

function batchOf(source: BundleSource, rows: readonly BundleRow[], rowsRead: number, withCoverage: boolean): FactBatch {
  const places = new Places(source);
  nameFirst(source, rows, places);
  const attributes = rows.flatMap(({ row, attributes: told }) =>
    told.map(([entity, name, value, origin]) => ({ entity: places.of(entity), name, value, origin, row })),
  );
  const links = rows.flatMap(({ row, links: told }) =>
    told.map((link) => ({ ...link, from: places.of(link.from), to: places.of(link.to), row })),
  );
  const events = rows.flatMap(({ row, events: told }) => told.map((event) => ({ row, event: moveEnds(event, places) })));
  const coverage = source.coverage.map(([entity, kind, from, until]) => ({ entity, kind, from, until }));
  return {
    attributes,
    links,
    ...factsOfEvents(events),
    populations: [],
    coverage: withCoverage ? coverage.map((one) => ({ ...one, entity: places.of(one.entity) })) : [],
    notes: [],
    raw: null,
    rowsRead,
    rowsStored: rows.length,
    entities: places.entities,
  };
}

interface PlacedEvent {
  readonly row: number;
  readonly event: BundleEvent;
}

function factsOfEvents(events: readonly PlacedEvent[]): Pick<FactBatch, "transfers" | "calls" | "stays" | "captures" | "logins"> {
  const ofTable = <Table extends BundleEvent[0]>(table: Table) =>
    events.flatMap(({ row, event }) =>
      event[0] === table ? [{ row, values: event[1] as Extract<BundleEvent, [Table, unknown]>[1] }] : [],
    );
  return {
    transfers: transfersOf(ofTable("transfer")),
    calls: callsOf(ofTable("call")),
    stays: ofTable("stay").map(({ row, values: [at, until, person, place, room] }) => ({
      at,
      until,
      person,
      place: place ?? none,
      room,
      row,
    })),
    captures: ofTable("capture").map(({ row, values: [at, device, place] }) => ({ at, device, place: place ?? none, row })),
    logins: ofTable("login").map(({ row, values: [at, account, address, device] }) => ({
      at,
      account,
      address: address ?? none,
      device: device ?? none,
      row,
    })),
  };
}

/** Entities that these rows name and say nothing more of. */
function nameFirst({ entities }: BundleSource, rows: readonly BundleRow[], places: Places): void {
  const numbers = new Set(rows.map(({ row }) => row));
  entities.forEach(([, , , row], at) => {
    if (numbers.has(row)) places.of(at);
  });
}

const none = -1;

const moveEnds = ([table, values]: BundleEvent, places: Places): BundleEvent =>
  [
    table,
    values.map((value, at) => (eventEnds[table].includes(at) && typeof value === "number" ? places.of(value) : value)),
  ] as unknown as BundleEvent;

type Told<Table extends BundleEvent[0]> = readonly { readonly row: number; readonly values: Extract<BundleEvent, [Table, unknown]>[1] }[];

const numbers = (values: readonly (number | null)[], missing: number): number[] => values.map((value) => value ?? missing);

function transfersOf(told: Told<"transfer">): TransferFacts | null {
  if (told.length === 0) return null;
  const column = <Place extends keyof Told<"transfer">[number]["values"]>(place: Place) => told.map(({ values }) => values[place]);
  return {
    at: Float64Array.from(numbers(column(0), Number.NaN)),
    precision: Uint8Array.from(column(1)),
    from: Int32Array.from(numbers(column(2), none)),
    to: Int32Array.from(numbers(column(3), none)),
    amountFen: Float64Array.from(column(4)),
    currency: column(5),
    balanceFen: Float64Array.from(numbers(column(6), Number.NaN)),
    state: Uint8Array.from(column(7)),
    side: Uint8Array.from(column(8)),
    channel: column(9),
    reference: column(10),
    memo: column(11),
    row: Int32Array.from(told, ({ row }) => row),
  };
}

function callsOf(told: Told<"call">): CallFacts | null {
  if (told.length === 0) return null;
  const column = <Place extends keyof Told<"call">[number]["values"]>(place: Place) => told.map(({ values }) => values[place]);
  return {
    at: Float64Array.from(numbers(column(0), Number.NaN)),
    precision: Uint8Array.from(column(1)),
    from: Int32Array.from(numbers(column(2), none)),
    to: Int32Array.from(numbers(column(3), none)),
    seconds: Int32Array.from(numbers(column(4), none)),
    medium: column(5),
    place: Int32Array.from(numbers(column(6), none)),
    device: Int32Array.from(numbers(column(7), none)),
    row: Int32Array.from(told, ({ row }) => row),
  };
}

/** Raw rows in runs without a gap, packed by whoever stores them. */
export function* runsOf(rows: readonly BundleRow[], pack: (cells: readonly (readonly string[])[]) => Uint8Array): Generator<RawChunk> {
  for (let from = 0; from < rows.length; ) {
    let until = from + 1;
    while (until < rows.length && until - from < rowsAtOnce && rows[until]!.row === rows[until - 1]!.row + 1) until += 1;
    const cells = rows.slice(from, until).map((row) => row.cells);
    yield { firstRow: rows[from]!.row, rowCount: until - from, data: pack(cells) };
    from = until;
  }
}
