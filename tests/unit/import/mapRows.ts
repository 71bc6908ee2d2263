// Runs a mapping over invented rows and tells the facts in words: what the tests of row kinds look at.
import { CompiledMapping } from "../../../shared/import/applyMapping.ts";
import { SheetBatcher } from "../../../shared/import/batch.ts";
import type { Doubt, MoneyTotals } from "../../../shared/import/calls.ts";
import type { FactBatch, RowNote } from "../../../shared/import/facts.ts";
import type { Mapping } from "../../../shared/import/mapping.ts";
import { transferStates } from "../../../shared/model/event.ts";
import { isoTime } from "../../../shared/model/time.ts";

export interface Told {
  readonly attributes: readonly string[];
  readonly links: readonly string[];
  readonly transfers: readonly string[];
  readonly calls: readonly string[];
  readonly stays: readonly string[];
  readonly captures: readonly string[];
  readonly logins: readonly string[];
  readonly populations: readonly string[];
  readonly coverage: readonly string[];
  readonly entities: readonly string[];
  readonly notes: readonly RowNote[];
  readonly doubts: readonly Doubt[];
  readonly totals: readonly MoneyTotals[];
  readonly counts: { readonly read: number; readonly stored: number; readonly rejected: number; readonly skipped: number };
}

export interface MapOptions {
  readonly fileName?: string;
  readonly banner?: Readonly<Record<string, string>>;
}

export function mapRows(
  mapping: Omit<Mapping, "name">,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  options: MapOptions = {},
): Told {
  const context = {
    fileName: options.fileName ?? "sheet.csv",
    banner: new Map(Object.entries(options.banner ?? {})),
    sample: rows.slice(0, 300),
  };
  const compiled = new CompiledMapping({ name: "test", ...mapping }, headings, context);
  const batcher = new SheetBatcher(compiled, () => new Uint8Array(1));
  const sheet = rows.map((cells) => ({ cells: [...cells] }));
  const batches = [...batcher.push(sheet), ...batcher.finish()];
  const { read, stored, rejected, skipped } = batcher;
  const tell = (describe: (batch: FactBatch) => readonly string[]) => batches.flatMap(describe);
  return {
    entities: tell(({ entities }) =>
      entities.map(({ kind, key, label }) => (label === key ? `${kind}:${key}` : `${kind}:${key} ${label}`)),
    ),
    attributes: tell((batch) =>
      batch.attributes.map(
        ({ entity, name, value, origin }) => `${nameOf(batch, entity)} ${name}=${value}${origin === "brief" ? " (brief)" : ""}`,
      ),
    ),
    links: tell((batch) =>
      batch.links.map(
        ({ kind, from, to, role, origin }) =>
          `${nameOf(batch, from)} ${kind}${role === "" ? "" : `/${role}`} ${nameOf(batch, to)}${origin === "brief" ? " (brief)" : ""}`,
      ),
    ),
    transfers: tell(tellTransfers),
    calls: tell(tellCalls),
    stays: tell((batch) =>
      batch.stays.map(
        (stay) => `${nameOf(batch, stay.person)} ${nameOf(batch, stay.place)} ${stay.room} ${timeOf(stay.at)} ${timeOf(stay.until)}`,
      ),
    ),
    captures: tell((batch) =>
      batch.captures.map((capture) => `${nameOf(batch, capture.device)} ${nameOf(batch, capture.place)} ${timeOf(capture.at)}`),
    ),
    logins: tell((batch) =>
      batch.logins.map(
        (login) => `${nameOf(batch, login.account)} ${nameOf(batch, login.address)} ${nameOf(batch, login.device)} ${timeOf(login.at)}`,
      ),
    ),
    populations: tell(({ populations }) =>
      populations.map(({ code, name, year, kind, people }) => `${code} ${name} ${year} ${kind} ${people}`),
    ),
    coverage: tell((batch) =>
      batch.coverage.map(({ entity, from, until, kind }) => `${nameOf(batch, entity)} ${kind} ${timeOf(from)} ${timeOf(until)}`),
    ),
    notes: batches.flatMap(({ notes }) => notes),
    doubts: compiled.plan.doubts.list(),
    totals: batcher.totals.list(),
    counts: { read, stored, rejected, skipped },
  };
}

const timeOf = (at: number | null): string => (at === null ? "-" : isoTime(at).slice(0, 19));

function nameOf({ entities }: FactBatch, index: number): string {
  const entity = entities[index];
  return entity === undefined ? "-" : `${entity.kind}:${entity.key}`;
}

/** `2026-05-01T10:00:00 account:A > account:B 100.00 CNY done`. */
function tellTransfers(batch: FactBatch): string[] {
  const { transfers } = batch;
  if (transfers === null) return [];
  return [...transfers.row].map((_, i) => {
    const ends = `${nameOf(batch, transfers.from[i]!)} > ${nameOf(batch, transfers.to[i]!)}`;
    return `${timeOf(transfers.at[i]!)} ${ends} ${(transfers.amountFen[i]! / 100).toFixed(2)} ${transfers.currency[i]} ${transferStates[transfers.state[i]!]}`;
  });
}

function tellCalls(batch: FactBatch): string[] {
  const { calls } = batch;
  if (calls === null) return [];
  return [...calls.row].map(
    (_, i) =>
      `${timeOf(calls.at[i]!)} ${nameOf(batch, calls.from[i]!)} > ${nameOf(batch, calls.to[i]!)} ${calls.seconds[i]}s ${calls.medium[i]} ${nameOf(batch, calls.place[i]!)} ${nameOf(batch, calls.device[i]!)}`,
  );
}
