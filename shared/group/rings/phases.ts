// When a ring did what: recruiting before the first case, active from the first to the last, cash drawn, and silence since.
import type { SourceRow } from "../../model/source.ts";
import type { RingView } from "./ringView.ts";
import type { RoleReason } from "./roles/role.ts";

export const ringPhases = ["recruiting", "active", "cash-out", "silence"] as const;
export type RingPhaseName = (typeof ringPhases)[number];

export interface RingPhase {
  readonly phase: RingPhaseName;
  readonly from: number;
  readonly until: number;
  /** Calls, cases, withdrawals; whole days of silence. */
  readonly count: number;
  readonly sources: readonly SourceRow[];
}

const dayMs = 86_400_000;
/** Shorter pauses are ordinary. */
const silentDays = 14;
const mostSources = 5;

interface Trace {
  readonly at: number;
  readonly until: number;
  readonly count: number;
  readonly source: SourceRow | null;
}

function spanOf(phase: RingPhaseName, traces: readonly Trace[]): RingPhase[] {
  if (traces.length === 0) return [];
  const ordered = [...traces].sort((a, b) => a.at - b.at);
  return [
    {
      phase,
      from: ordered[0]!.at,
      until: ordered.reduce((most, { until }) => Math.max(most, until), 0),
      count: ordered.reduce((sum, { count }) => sum + count, 0),
      sources: ordered.flatMap(({ source }) => source ?? []).slice(0, mostSources),
    },
  ];
}

/** Talk of recruiters with those whose cards they take, begun before the first case. */
function recruiting(view: RingView, roles: ReadonlyMap<number, RoleReason>, firstCase: number): Trace[] {
  return [...roles].flatMap(([actor, { role }]) =>
    role !== "recruiter"
      ? []
      : [...(view.talk.get(actor) ?? [])].flatMap(([other, calls]) =>
          roles.get(other)?.role !== "mule"
            ? []
            : calls.flatMap(({ first, last, count, source }) =>
                first === null || first >= firstCase ? [] : [{ at: first, until: Math.min(last ?? first, firstCase), count, source }],
              ),
        ),
  );
}

export function tellPhases(view: RingView, roles: ReadonlyMap<number, RoleReason>): RingPhase[] {
  const cases = [...view.cases].flatMap((number): Trace[] => {
    const { at } = view.data.cases[number]!;
    const source = view.involved.find((one) => one.case === number)?.source ?? null;
    return at === null ? [] : [{ at, until: at, count: 1, source }];
  });
  const firstCase = cases.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const drawn = view.people.flatMap((actor) =>
    (view.actors.nodes.get(actor) ?? []).flatMap((v): Trace[] => {
      const sum = view.money.level[v]! >= 2 ? view.money.cashed.get(v) : undefined;
      return sum === undefined || sum.first === null
        ? []
        : [{ at: sum.first, until: sum.last ?? sum.first, count: sum.count, source: sum.source }];
    }),
  );
  const phases = [...spanOf("recruiting", recruiting(view, roles, firstCase)), ...spanOf("active", cases), ...spanOf("cash-out", drawn)];
  const last = phases.reduce((most, { until }) => Math.max(most, until), 0);
  const days = Math.floor(((view.data.until ?? 0) - last) / dayMs);
  if (phases.length > 0 && days >= silentDays)
    phases.push({ phase: "silence", from: last, until: view.data.until!, count: days, sources: [] });
  return phases;
}
