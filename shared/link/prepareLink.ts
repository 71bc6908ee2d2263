// Builds all indices once, finds hubs and candidates, and learns the weights: everything that scoring then reads.
import { CaseweaveError } from "../errors.ts";
import { findCandidates, identifierPairs } from "./candidates.ts";
import type { LinkInput } from "./caseData.ts";
import { confirmedUnits } from "./confirmedUnits.ts";
import { findHubs } from "./hubs.ts";
import { isRemoteGroup, kindGroups } from "./kindGroups.ts";
import { type Labels, readLabels } from "./learn/samples.ts";
import { assumeWeights, type Lessons, learnWeights } from "./learn.ts";
import { describeModel, neighboursOn, weightsOfModel } from "./linkModel.ts";
import { learnNeighbours } from "./neighbours.ts";
import type { LinkModel } from "./pairScore.ts";
import { buildBriefIndex } from "./prepare/briefIndex.ts";
import { buildCaseTable } from "./prepare/caseTable.ts";
import { buildIdentifierIndex } from "./prepare/identifierIndex.ts";
import { buildModusIndex } from "./prepare/modusIndex.ts";
import { buildNearIndex } from "./prepare/nearIndex.ts";
import type { LinkTables, PreparedLink, Scene, Units } from "./prepared.ts";
import { provisionalSeries } from "./provisionalSeries.ts";
import { buildUnits } from "./units.ts";

/** Steps of the work, for progress: code and how many of how many. */
export type LinkReport = (step: "index" | "hubs" | "candidates" | "learn" | "score", done: number, of: number) => void;

export interface PrepareOptions {
  /** Weights of an earlier run: nothing is learned, the same pair gets the same bits. */
  readonly model?: LinkModel;
  /** The analyst's expected number of linked pairs. */
  readonly expectedPairs?: number;
  /** The neighbours' say: `auto` is on where cases have no identifiers to tell them apart. */
  readonly secondPass?: "auto" | "on" | "off";
  readonly report?: LinkReport;
  readonly signal?: AbortSignal;
}

const remoteMask = kindGroups.reduce((mask, _, group) => (isRemoteGroup(group) ? mask | (1 << group) : mask), 0);

export function buildTables(input: LinkInput): LinkTables {
  const table = buildCaseTable(input.cases);
  const identifiers = buildIdentifierIndex(input.cases);
  return {
    table,
    identifiers,
    near: buildNearIndex(input.cases, identifiers),
    modus: buildModusIndex(input.cases),
    briefs: buildBriefIndex(table),
    isRemote: Uint8Array.from(identifiers.offenderGroups, (groups) => ((groups & remoteMask) === 0 ? 0 : 1)),
    exclusions: input.exclusions,
  };
}

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CaseweaveError("cancelled");
}

/** Cases with identifiers below this share: pairs are told apart by place, time and modus only. */
const fewIdentified = 0.1;

export function isTellingByIdentifiers({ identifiers, table }: LinkTables): boolean {
  return identifiers.offenderGroups.reduce((sum, groups) => sum + (groups === 0 ? 0 : 1), 0) >= fewIdentified * table.count;
}

interface Stage {
  readonly scene: Scene;
  readonly candidates: Float64Array;
  readonly learnedFrom: LinkModel["learnedFrom"];
}

/** First round: as if every shared identifier had no other holder, which pairs would be one series? */
function suggestUnits(bare: Omit<Scene, "weights">, lessons: Lessons, input: LinkInput): Units {
  const { identifierUnits, nearUnits } = bare.units;
  const hopeful = { ...bare.units, identifierUnits: new Int32Array(identifierUnits.length), nearUnits: new Int32Array(nearUnits.length) };
  const scene = { ...bare, units: hopeful, weights: assumeWeights(bare, lessons) };
  const suggested = provisionalSeries(scene, lessons.identifierPairs, confirmedUnits(input));
  return buildUnits(bare.tables, (number) => suggested.get(number));
}

/** Rarity counts units in two rounds: the first suggests series beside what people confirmed, the second learns with those as units. */
function runRounds(tables: LinkTables, input: LinkInput, labels: Labels, options: PrepareOptions): Stage {
  const { report, signal, model } = options;
  const step = (name: Parameters<LinkReport>[0]) => {
    throwIfAborted(signal);
    report?.(name, 0, 1);
  };
  step("hubs");
  const units = buildUnits(tables, confirmedUnits(input));
  const bare = { tables, units, hubs: findHubs(tables, units) };
  step("candidates");
  const candidates = findCandidates(tables, bare.hubs);
  const placeScale = model?.parameters["place scale"] ?? null;
  const lessons = {
    labels,
    candidates,
    prior: { expectedPairs: options.expectedPairs ?? input.edits?.expectedPairs ?? null },
    edits: input.edits?.levels ?? [],
    identifierPairs: identifierPairs(tables, bare.hubs),
    placeScale,
  };
  step("learn");
  const final = lessons.identifierPairs.length === 0 ? bare : { ...bare, units: suggestUnits(bare, lessons, input) };
  throwIfAborted(signal);
  if (model) return { scene: { ...final, weights: weightsOfModel(model) }, candidates, learnedFrom: model.learnedFrom };
  const { weights, learnedFrom } = learnWeights(final, lessons);
  return { scene: { ...final, weights }, candidates, learnedFrom };
}

export function prepareLink(input: LinkInput, options: PrepareOptions = {}): PreparedLink {
  options.report?.("index", 0, 1);
  const tables = buildTables(input);
  const labels = readLabels(input, tables.table);
  const { scene, candidates, learnedFrom } = runRounds(tables, input, labels, options);
  const isOn = options.model
    ? neighboursOn(options.model)
    : options.secondPass === "on" || (options.secondPass !== "off" && !isTellingByIdentifiers(tables));
  const neighbours = isOn ? learnNeighbours(scene, candidates) : null;
  return { input, ...scene, neighbours, candidates, model: describeModel(scene.weights, neighbours, labels, learnedFrom) };
}
