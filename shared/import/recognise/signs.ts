// Amounts that carry their side in the sign. A file of one quiet day may hold no minus at all: that they are signed is then known from earlier
// files of the same layout, whose mapping kept it.

import { type Mapping, targetsOf } from "../mapping.ts";
import type { KnownSource } from "../messages.ts";
import type { Assignment } from "./assign.ts";
import type { ColumnProfile } from "./profile.ts";

const sides = new Set(["direction", "debit", "credit"]);

/** Of a statement without a word or columns for the side: some amounts are below zero. */
export function signsOf({ spec, byColumn }: Assignment, profiles: readonly ColumnProfile[]): { readonly signed?: true } {
  if (spec.rowKind !== "transfer" || [...byColumn.values()].some(({ target }) => sides.has(target))) return {};
  const isSigned = [...byColumn].some(([column, { target }]) => target === "amount" && profiles[column]!.share.negative > 0);
  return isSigned ? { signed: true } : {};
}

interface Recognised {
  readonly layout: string;
  readonly mapping: Mapping;
}

/** What was recognised, with the signs that earlier files of its layout had; of others as it is. */
export function rememberSigns<Found extends Recognised>(found: Found, known: readonly KnownSource[]): Found {
  const { mapping, layout } = found;
  const targets = Object.values(mapping.columns).flatMap(targetsOf);
  if (mapping.rowKind !== "transfer" || mapping.format?.signed !== undefined || targets.some((target) => sides.has(target))) return found;
  const isSigned = known.some((source) => source.layout === layout && source.isSigned === 1);
  return isSigned ? { ...found, mapping: { ...mapping, format: { ...mapping.format, signed: true } } } : found;
}
