// In the child: the cases that a merge or a parting touches, scored by the same weights before and after.
import type { MergeEffect } from "../../../shared/link/calls.ts";
import type { LinkInput } from "../../../shared/link/caseData.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import { scorePairs } from "../../../shared/link/scorePairs.ts";
import type { Task } from "../jobs/task.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import type { IdentityChange } from "../store/sqlite/tables/judgedIdentity.ts";
import { mostCases } from "./followTask.ts";
import { type LinkTaskInput, prepareOnce } from "./linkTask.ts";
import { loadLinkInput } from "./loadCases.ts";
import { prepareStandingOnce, type StandingRun } from "./standingRun.ts";

export interface MergeEffectInput extends LinkTaskInput {
  /** Null before the first run: then the weights are learned for the question. */
  readonly standing: StandingRun | null;
  readonly change: IdentityChange;
  readonly minBits: number;
}

const mostListed = 20;

export const noEffect = (minBits: number): MergeEffect => ({
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
