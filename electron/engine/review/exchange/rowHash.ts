// One hash for what a row says: the same in every workspace that holds the row, whatever the numbers there.
import { createHash } from "node:crypto";
import { type BundleEvent, type BundleRow, type BundleSource, eventEnds } from "../../../../shared/review/exchange/format.ts";
import { refIn } from "./container.ts";

const sorted = (items: readonly unknown[]): string[] => [...new Set(items.map((item) => JSON.stringify(item)))].sort();

export function rowHash(source: BundleSource, row: BundleRow): string {
  const ref = (at: number) => refIn(source, at);
  const attributes = row.attributes.map(([entity, ...told]) => [ref(entity), ...told]);
  const links = row.links.map(({ kind, from, to, directed, role, origin, at, until, weight, attributes: own }) => [
    kind,
    ref(from),
    ref(to),
    directed,
    role,
    origin,
    at,
    until,
    weight,
    own,
  ]);
  const events = row.events.map((event) => eventText(event, ref));
  return createHash("sha256")
    .update(JSON.stringify([row.cells, sorted(attributes), sorted(links), sorted(events)]))
    .digest("hex");
}

const eventText = ([table, values]: BundleEvent, ref: (at: number) => string): unknown[] => [
  table,
  ...values.map((value, at) => (eventEnds[table].includes(at) && typeof value === "number" ? ref(value) : value)),
];

export const saysNothing = ({ attributes, links, events }: BundleRow): boolean => attributes.length + links.length + events.length === 0;
export const factsOf = ({ attributes, links, events }: BundleRow): number => attributes.length + links.length + events.length;
