// A small world for ring discovery, told in lines: `case C1 account:A`, `money A B 100 1`, `call P Q 3 1`.
import type { RingCase, RingData, Tie } from "../../../shared/group/rings/ringData.ts";

const dayMs = 86_400_000;
const source = { sourceId: 1, row: 1 };

export interface Told {
  readonly cases?: readonly (Partial<RingCase> & { readonly day?: number })[];
  /** Entity, number of the case. */
  readonly involved?: readonly (readonly [string, number])[];
  /** From, to, and on which day. */
  readonly owns?: readonly (readonly [string, string])[];
  readonly uses?: readonly (readonly [string, string])[];
  readonly calls?: readonly (readonly [string, string, number?, (string | null)?])[];
  readonly handsets?: readonly (readonly [string, string, number?, number?])[];
  readonly logins?: readonly (readonly [string, string])[];
  readonly roommates?: readonly (readonly [string, string])[];
  readonly scenes?: readonly (readonly [string, number])[];
  /** Payer, payee ("cash" for none), fen, day. */
  readonly transfers?: readonly (readonly [string, string, number, number])[];
  readonly isPublic?: readonly string[];
  readonly isVictim?: readonly string[];
  readonly netTypes?: Readonly<Record<string, string>>;
}

/** Everybody and everything told of, in order, as the workspace is read. */
function refsOf({ involved, scenes, owns, uses, calls, handsets, logins, roommates, transfers }: Told): string[] {
  const ends = [...(owns ?? []), ...(uses ?? []), ...(handsets ?? []), ...(logins ?? []), ...(roommates ?? [])].flatMap(
    (tie) => tie.slice(0, 2) as string[],
  );
  const talk = (calls ?? []).flatMap(([from, to, , device]) => [from, to, ...(device == null ? [] : [device])]);
  const paid = (transfers ?? []).flatMap(([from, to]) => [from, to].filter((ref) => ref !== "cash"));
  return [...new Set([...[...(involved ?? []), ...(scenes ?? [])].map(([ref]) => ref), ...ends, ...talk, ...paid])].sort();
}

export function tellRingData(told: Told): RingData {
  const refs = refsOf(told);
  const numbers = new Map(refs.map((ref, node) => [ref, node]));
  const nodeOf = (ref: string): number => numbers.get(ref)!;
  const tie = (from: string, to: string, first = 0, last = first): Tie => ({
    from: nodeOf(from),
    to: nodeOf(to),
    count: 3,
    first: first * dayMs,
    last: last * dayMs,
    source,
  });
  const transfers = [...(told.transfers ?? [])].sort((a, b) => a[3] - b[3]);
  const endOf = (ref: string) => (ref === "cash" ? -1 : nodeOf(ref));
  const columns = {
    count: transfers.length,
    from: Int32Array.from(transfers, ([from]) => endOf(from)),
    to: Int32Array.from(transfers, ([, to]) => endOf(to)),
    fen: Float64Array.from(transfers, ([, , fen]) => fen),
    at: Float64Array.from(transfers, ([, , , day]) => day * dayMs),
    sourceId: Int32Array.from(transfers, () => 1),
    row: Int32Array.from(transfers, (_, i) => i + 1),
  };
  const lists = {
    involved: (told.involved ?? []).map(([entity, number]) => ({ entity: nodeOf(entity), case: number, source })),
    owns: (told.owns ?? []).map(([from, to]) => tie(from, to)),
    uses: (told.uses ?? []).map(([from, to]) => tie(from, to)),
    calls: (told.calls ?? []).map(([from, to, day, device]) => ({ ...tie(from, to, day), device: device == null ? null : nodeOf(device) })),
    handsets: (told.handsets ?? []).map(([from, to, first, last]) => tie(from, to, first, last)),
    logins: (told.logins ?? []).map(([from, to]) => tie(from, to)),
    roommates: (told.roommates ?? []).map(([from, to]) => tie(from, to)),
    scenes: (told.scenes ?? []).map(([from, number]) => ({ ...tie(from, from), to: number })),
  };
  const mark = (chosen: readonly string[] = []) => Uint8Array.from(refs, (ref) => (chosen.includes(ref) ? 1 : 0));
  return {
    refs,
    names: refs,
    kinds: refs.map((ref) => ref.split(":")[0]!),
    labels: refs.map((ref) => ref.split(":")[1]!),
    netTypes: refs.map((ref) => told.netTypes?.[ref] ?? ""),
    isPublic: mark(told.isPublic),
    isVictim: mark(told.isVictim),
    cases: (told.cases ?? []).map(({ day, ...one }, i) => ({
      number: `C${i}`,
      at: day === undefined ? null : day * dayMs,
      lossFen: 1_000_000,
      series: null,
      seriesBits: 0,
      victims: 1,
      ...one,
    })),
    ...lists,
    transfers: columns,
    until: 100 * dayMs,
  };
}
