// The tables of a ring's page as they leave the workbench: members with role and reason, what they share, phases, bridges, sellers, cases.
import type { NamedEntity, RingDetail } from "../../group/ringCalls.ts";
import type { Citation } from "../../model/source.ts";
import type { CiteRows } from "./listTable.ts";
import { clockText } from "./listTable.ts";
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

/** Name and number: a label alone is often only one of them. */
const textOf = ({ entity, label }: NamedEntity): string => {
  const key = entity.slice(entity.indexOf(":") + 1);
  return label === "" || label === key ? key : `${label} ${key.startsWith("#") ? "" : key}`.trim();
};
const linesOf = (all: readonly NamedEntity[]): string => all.map(textOf).join("\n");
const citedOf = (sources: readonly Citation[], say: Say, cite: CiteRows): string => (sources.length === 0 ? "" : cite(sources, say));

type Column<Row> = TableColumn & { readonly value: (row: Row, say: Say, cite: CiteRows) => string };

const column = <Row>(heading: string, width: number, value: Column<Row>["value"], align: TableColumn["align"] = "left"): Column<Row> => ({
  heading,
  width,
  value,
  align,
});

const makeTable =
  <Row>(columns: readonly Column<Row>[]) =>
  (rows: readonly Row[], say: Say, cite: CiteRows): Table => ({
    columns: columns.map(({ heading, width, align = "left" }) => ({ heading: say(heading), width, align })),
    rows: rows.map((row) => columns.map(({ value }) => value(row, say, cite))),
  });

const members = makeTable<RingDetail["members"][number]>([
  column("ring.member.who", 14, textOf),
  column("ring.member.role", 6, ({ role }, say) => say(`ring.role.${role.replaceAll(" ", "-")}`)),
  column("ring.member.why", 24, ({ why }, say) => say(`ring.why.${why.reason}`, { ...why.numbers, amount: why.amount ?? "" })),
  column("ring.member.named", 16, ({ why }) => linesOf(why.named)),
  column("ring.member.also", 16, ({ also }) => linesOf(also)),
  column("ring.member.stability", 5, ({ stability }) => stability.toFixed(2), "right"),
  column("ring.member.sources", 14, ({ why }, say, cite) => citedOf(why.sources, say, cite)),
]);
const shared = makeTable<RingDetail["shared"][number]>([
  column("ring.shared.what", 24, textOf),
  column("ring.shared.cases", 5, ({ cases }) => String(cases), "right"),
  column("ring.shared.people", 5, ({ people }) => String(people), "right"),
]);
const phases = makeTable<RingDetail["phases"][number]>([
  column("ring.phase.title", 8, ({ phase }, say) => say(`ring.phase.${phase}`)),
  column("ring.table.from", 10, ({ from }) => clockText(from)),
  column("ring.table.until", 10, ({ until }) => clockText(until)),
  column("ring.table.count", 5, ({ count }) => String(count), "right"),
  column("ring.member.sources", 14, ({ sources }, say, cite) => citedOf(sources, say, cite)),
]);
const bridges = makeTable<RingDetail["bridges"][number]>([
  column("ring.table.other", 8, ({ ring }) => ring),
  column("ring.table.bits", 6, ({ bits }) => bits.toFixed(1), "right"),
  column("ring.member.named", 24, ({ named }) => linesOf(named)),
]);
const sellers = makeTable<RingDetail["sellers"][number]>([
  column("ring.member.who", 16, textOf),
  column("ring.table.sold", 24, ({ sold }) => linesOf(sold)),
  column("ring.cases.title", 12, ({ cases }) => cases.join("\n")),
  column("ring.member.sources", 14, ({ sources }, say, cite) => citedOf(sources, say, cite)),
]);
const cases = makeTable<string>([column("ring.cases.title", 20, (number) => number)]);

export const tableOfRing: Readonly<Record<RingTable, (ring: RingDetail, say: Say, cite: CiteRows) => Table>> = {
  members: (ring, say, cite) => members(ring.members, say, cite),
  shared: (ring, say, cite) => shared(ring.shared, say, cite),
  phases: (ring, say, cite) => phases(ring.phases, say, cite),
  bridges: (ring, say, cite) => bridges(ring.bridges, say, cite),
  sellers: (ring, say, cite) => sellers(ring.sellers, say, cite),
  cases: (ring, say, cite) => cases(ring.cases, say, cite),
};
