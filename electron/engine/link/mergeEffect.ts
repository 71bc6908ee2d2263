// What merging two entities, or parting them, does to the linkage: the cases that it touches are scored by the same weights before and after.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { MergeEffect } from "../../../shared/link/calls.ts";
import type { LinkInput } from "../../../shared/link/caseData.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import { scorePairs } from "../../../shared/link/scorePairs.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import type { JobContext } from "../handler.ts";
import type { Task } from "../jobs/task.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { countCasesOfEntity } from "../store/sqlite/tables/caseIdentifiers.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";
import { listMemberIds } from "../store/sqlite/tables/identityOf.ts";
import type { IdentityChange } from "../store/sqlite/tables/judgedIdentity.ts";
import { mostCases } from "./followIdentities.ts";
import { type LinkTaskInput, prepareOnce } from "./linkTask.ts";
import { loadLinkInput } from "./loadCases.ts";
import { databaseOf, keep } from "./runLink.ts";
import { prepareStandingOnce, readStandingRun, type StandingRun } from "./standingRun.ts";

export interface MergeEffectInput extends LinkTaskInput {
  /** Null before the first run: then the weights are learned for the question. */
  readonly standing: StandingRun | null;
  readonly change: IdentityChange;
  readonly minBits: number;
}

const mostListed = 20;

const noEffect = (minBits: number): MergeEffect => ({
  gained: 0,
  lost: 0,
  suspectGained: 0,
  suspectLost: 0,
  minBits,
  compared: 0,
  leftOut: 0,
  pairs: [],
});

const refsOf = (cases: LinkInput["cases"]) =>
  new Map(cases.map(({ number, identifiers }) => [number, new Set(identifiers.map(({ entity }) => entity))]));

/** Cases that hold a reference which some case gains or loses by the change. */
function findTouched(before: LinkInput, after: LinkInput): string[] {
  const [old, next] = [refsOf(before.cases), refsOf(after.cases)];
  const changed = new Set<string>();
  for (const [number, refs] of next) {
    const known = old.get(number) ?? new Set();
    for (const ref of refs) if (!known.has(ref)) changed.add(ref);
    for (const ref of known) if (!refs.has(ref)) changed.add(ref);
  }
  const holds = (refs: ReadonlySet<string> | undefined) => [...changed].some((ref) => refs?.has(ref));
  return [...next.keys()].filter((number) => holds(old.get(number)) || holds(next.get(number))).sort();
}

/** Pairs whose cases name one suspect: known to belong together, whatever their bits. */
function pairsBySuspect({ cases }: LinkInput, pairs: readonly (readonly [string, string])[]): ReadonlySet<string> {
  const suspects = new Map(cases.map((one) => [one.number, one.suspects]));
  return new Set(
    pairs.filter(([a, b]) => suspects.get(a)?.some((suspect) => suspects.get(b)?.includes(suspect))).map((pair) => pair.join()),
  );
}

function loadChanged({ path, key, change, standing }: MergeEffectInput): LinkInput {
  const connection = openWorkspaceFile(path, { readOnly: true, key });
  try {
    return loadLinkInput(connection, change, standing?.seen ?? null);
  } finally {
    connection.close();
  }
}

export const mergeEffectTask: Task<MergeEffectInput, MergeEffect> = async (input, context) => {
  const before = input.standing ? prepareStandingOnce(input.standing, context.signal) : prepareOnce(input, context);
  const changed = loadChanged(input);
  const touched = findTouched(before.input, changed);
  const cases = touched.slice(0, mostCases);
  const pairs = cases.flatMap((a, i) => cases.slice(i + 1).map((b) => [a, b] as const));
  const [sharing, thenSharing] = [pairsBySuspect(before.input, pairs), pairsBySuspect(changed, pairs)];
  const none = {
    ...noEffect(input.minBits),
    suspectGained: [...thenSharing].filter((pair) => !sharing.has(pair)).length,
    suspectLost: [...sharing].filter((pair) => !thenSharing.has(pair)).length,
    compared: pairs.length,
    leftOut: touched.length - cases.length,
  };
  if (pairs.length === 0) return none;
  const after = prepareLink(changed, { model: before.model, signal: context.signal });
  const [old, next] = [scorePairs(before, pairs), scorePairs(after, pairs)];
  const moved = pairs.flatMap(([a, b], i) => {
    const [was, is] = [old[i]!.bits, next[i]!.bits];
    return was >= input.minBits === is >= input.minBits ? [] : [{ a, b, before: was, after: is }];
  });
  const strongest = moved.sort((x, y) => Math.max(y.before, y.after) - Math.max(x.before, x.after) || (x.a < y.a ? -1 : 1));
  return {
    ...none,
    gained: moved.filter(({ before: was, after: is }) => is > was).length,
    lost: moved.filter(({ before: was, after: is }) => is < was).length,
    pairs: strongest.slice(0, mostListed),
  };
};

export async function previewMerge(
  context: JobContext,
  {
    a,
    b,
    verdict,
    minBits,
  }: { readonly a: string; readonly b: string; readonly verdict: IdentityChange["verdict"]; readonly minBits: number },
): Promise<MergeEffect> {
  const idOf = (ref: string) => {
    const { kind, key } = parseEntityRef(ref);
    const entity = readEntity(context.db, kind, key);
    if (!entity) throw new CaseweaveError("entity-unknown", { entity: ref });
    return entity.id;
  };
  const [one, other] = [idOf(a), idOf(b)];
  // Most people are in no case: then nothing has to be read.
  const cases = [...listMemberIds(context.db, one), ...listMemberIds(context.db, other)].reduce(
    (sum, id) => sum + countCasesOfEntity(context.db, id),
    0,
  );
  if (cases < 2) return noEffect(minBits);
  const standing = readStandingRun(context.db, context.workspace);
  const input: MergeEffectInput = { ...databaseOf(context), standing, change: { verdict, a: one, b: other }, minBits };
  return await context.jobs.run<MergeEffect>("mergeEffect", input, { signal: context.signal, report: context.report, keep });
}
