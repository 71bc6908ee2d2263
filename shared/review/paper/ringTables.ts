// The tables of a ring's page as they leave the workbench: members with role and reason, what they share, phases, bridges, sellers, cases.
import type { NamedEntity, RingDetail } from "../../group/ringCalls.ts";
import type { Citation } from "../../model/source.ts";
import type { CiteRows } from "./listTable.ts";
import { clockText } from "./plainText.ts";
import type { Say } from "./say.ts";
import type { Table, TableColumn } from "./table.ts";

export const ringTables = ["members", "shared", "phases", "bridges", "sellers", "cases"] as const;
export type RingTable = (typeof ringTables)[number];

export const ringTableKeys: Readonly<Record<RingTable, string>> = {
  members: "ring.member.title",
  shared: "ring.shared.title",
  phases: "ring.phase.title",
  bridges: "ring.bridge.title",
  sellers: "ring.seller.title",
  cases: "ring.cases.title",
};

/** Name and number of an entity, as the session may see them. */
export type NameOf = (one: NamedEntity) => string;

/** How a table speaks. */
export interface Speech {
  readonly say: Say;
  readonly cite: CiteRows;
  readonly nameOf: NameOf;
}

/** A label alone is often only the name, or only the number. `shown`: a number as it may be seen. */
export function nameAndNumber({ entity, label, numbers }: NamedEntity, shown: (kind: string, key: string) => string): string {
  const at = entity.indexOf(":");
  const [kind, key] = [entity.slice(0, at), numbers?.[0] ?? entity.slice(at + 1)];
  if (label === key || key.startsWith("#")) return label === key ? shown(kind, key) : label;
  return label === "" ? shown(kind, key) : [...new Set([label, shown(kind, key)])].join(" ");
}

const linesOf = (all: readonly NamedEntity[], { nameOf }: Speech): string => all.map(nameOf).join("\n");
const citedOf = (sources: readonly Citation[], { say, cite }: Speech): string => (sources.length === 0 ? "" : cite(sources, say));

type Column<Row> = TableColumn & { readonly value: (row: Row, speech: Speech) => string };

const column = <Row>(heading: string, width: number, value: Column<Row>["value"], align: TableColumn["align"] = "left"): Column<Row> => ({
  heading,
  width,
  value,
  align,
});

const makeTable =
  <Row>(columns: readonly Column<Row>[]) =>
  (rows: readonly Row[], speech: Speech): Table => ({
    columns: columns.map(({ heading, width, align = "left" }) => ({ heading: speech.say(heading), width, align })),
    rows: rows.map((row) => columns.map(({ value }) => value(row, speech))),
  });

const members = makeTable<RingDetail["members"][number]>([
  column("ring.member.who", 14, (one, { nameOf }) => nameOf(one)),
  column("ring.member.role", 6, ({ role }, { say }) => say(`ring.role.${role.replaceAll(" ", "-")}`)),
  column("ring.member.why", 24, ({ why }, { say }) => say(`ring.why.${why.reason}`, { ...why.numbers, amount: why.amount ?? "" })),
  column("ring.member.named", 16, ({ why }, speech) => linesOf(why.named, speech)),
  column("ring.member.also", 16, ({ also }, speech) => linesOf(also, speech)),
  column("ring.member.stability", 5, ({ stability }) => stability.toFixed(2), "right"),
  column("ring.member.sources", 14, ({ why }, speech) => citedOf(why.sources, speech)),
]);
const shared = makeTable<RingDetail["shared"][number]>([
  column("ring.shared.what", 24, (one, { nameOf }) => nameOf(one)),
  column("ring.shared.cases", 5, ({ cases }) => String(cases), "right"),
  column("ring.shared.people", 5, ({ people }) => String(people), "right"),
]);
const phases = makeTable<RingDetail["phases"][number]>([
  column("ring.phase.title", 8, ({ phase }, { say }) => say(`ring.phase.${phase}`)),
  column("ring.table.from", 10, ({ from }) => clockText(from)),
  column("ring.table.until", 10, ({ until }) => clockText(until)),
  column("ring.table.count", 5, ({ count }) => String(count), "right"),
  column("ring.member.sources", 14, ({ sources }, speech) => citedOf(sources, speech)),
]);
const bridges = makeTable<RingDetail["bridges"][number]>([
  column("ring.table.other", 8, ({ ring }) => ring),
  column("ring.table.bits", 6, ({ bits }) => bits.toFixed(1), "right"),
  column("ring.member.named", 24, ({ named }, speech) => linesOf(named, speech)),
]);
const sellers = makeTable<RingDetail["sellers"][number]>([
  column("ring.member.who", 16, (one, { nameOf }) => nameOf(one)),
  column("ring.table.sold", 24, ({ sold }, speech) => linesOf(sold, speech)),
  column("ring.cases.title", 12, ({ cases }) => cases.join("\n")),
  column("ring.member.sources", 14, ({ sources }, speech) => citedOf(sources, speech)),
]);
const cases = makeTable<string>([column("ring.cases.title", 20, (number) => number)]);

export const tableOfRing: Readonly<Record<RingTable, (ring: RingDetail, speech: Speech) => Table>> = {
  members: (ring, speech) => members(ring.members, speech),
  shared: (ring, speech) => shared(ring.shared, speech),
  phases: (ring, speech) => phases(ring.phases, speech),
  bridges: (ring, speech) => bridges(ring.bridges, speech),
  sellers: (ring, speech) => sellers(ring.sellers, speech),
  cases: (ring, speech) => cases(ring.cases, speech),
};
