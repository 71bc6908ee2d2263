// Merges a bundle: its rows go in as sources of their own, unseen until all of them stand, and in one transaction become visible together with the
// judgements, watches and chart that came with them – or nothing of it does.
import { constants, zstdCompressSync } from "node:zlib";
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { ImportedSource } from "../../../../shared/import/calls.ts";
import type { SentBatch } from "../../../../shared/import/facts.ts";
import type { ImportMessage } from "../../../../shared/import/messages.ts";
import type { BundleRow } from "../../../../shared/review/exchange/format.ts";
import type { BundleHead, BundlePreview, ConflictChoice } from "../../../../shared/review/exchange/preview.ts";
import type { JobContext } from "../../handler.ts";
import { checkRoom } from "../../import/checkRoom.ts";
import { storeSources } from "../../import/runImport.ts";
import { findBundle, insertBundle, insertChunks } from "../../store/sqlite/tables/bundle.ts";
import { batchesOf, runsOf, startOf } from "./bundleBatches.ts";
import type { Compared, CompareTaskInput, PlannedRows } from "./compareTask.ts";
import { keepBrought } from "./keepBrought.ts";
import { keyIdsOf, readOrigins } from "./origins.ts";
import type { Plan, PlannedSource } from "./plan.ts";
import { unitOf } from "./unit.ts";

export interface MergeQuestion {
  readonly file: string;
  readonly password: string | null;
  readonly choices: Readonly<Record<string, ConflictChoice>>;
  readonly standard: ConflictChoice | null;
}

export interface Merged {
  /** Number of the bundle in the list. */
  readonly bundle: number;
  readonly head: BundleHead;
  readonly sources: readonly ImportedSource[];
  readonly rows: number;
  readonly decisions: number;
  readonly watches: number;
  readonly charts: number;
  readonly findings: number;
  readonly boards: number;
  /** Conflicts in which ours stays. */
  readonly kept: number;
}

export async function compareBundle(question: MergeQuestion, limit: number, isMerge: boolean, context: JobContext): Promise<Compared> {
  const { path, key } = context.workspace;
  const { file, password, choices, standard } = question;
  const input: CompareTaskInput = {
    path,
    key,
    unit: unitOf(context),
    file,
    passphrase: password,
    choices,
    standard,
    limit,
    isMerge,
    now: context.clock(),
  };
  const rows = new Map<number, BundleRow[]>();
  const onMessage = (message: PlannedRows) => {
    const own = rows.get(message.ordinal) ?? [];
    rows.set(message.ordinal, own);
    own.push(...message.rows);
  };
  const { preview, plan } = await context.jobs.run<Compared>("compareBundle", input, {
    signal: context.signal,
    report: context.report,
    onMessage,
  });
  return { preview, plan: { ...plan, sources: plan.sources.map(({ source }, ordinal) => ({ source, rows: rows.get(ordinal) ?? [] })) } };
}

function refuseUnmergeable({ bundle }: BundlePreview): void {
  if (bundle.isMasked) throw new CaseweaveError("bundle-masked", { unit: bundle.unit });
  if (bundle.bundleKind === "request") throw new CaseweaveError("bundle-is-request", { unit: bundle.unit });
}

const isNothing = ({ sources, decisions, watches, chart, findings, boards, left, seen }: Plan): boolean =>
  [sources, decisions, watches, findings, boards, left, seen].every((part) => part.length === 0) && chart === null;

/** To be called while no other writing job runs: what was compared must still be so when it is written. */
export async function mergeBundle(question: MergeQuestion, context: JobContext): Promise<Merged> {
  const { preview, plan } = await compareBundle(question, 0, true, context);
  refuseUnmergeable(preview);
  const known = findBundle(context.db, preview.bundle.hash, "in");
  if (isNothing(plan) && known) return describe(known.id, preview.bundle, plan, []);
  const keep = new Keep(preview, plan, context);
  const sources = plan.sources.length === 0 ? keep.alone() : await keep.withRows(question.file);
  return describe(keep.bundleId, preview.bundle, plan, sources);
}

const describe = (bundle: number, head: BundleHead, plan: Plan, sources: readonly ImportedSource[]): Merged => ({
  bundle,
  head,
  sources,
  rows: plan.sources.reduce((sum, { rows }) => sum + rows.length, 0),
  decisions: plan.decisions.length,
  watches: plan.watches.length,
  charts: Number(plan.chart !== null),
  findings: plan.findings.length,
  boards: plan.boards.length,
  kept: plan.kept,
});

/** Level 1, as an import packs them. */
const packing = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const packCells = (cells: readonly (readonly string[])[]) => zstdCompressSync(JSON.stringify(cells), packing);
/** Packed and stored together. */
const chunksAtOnce = 10;
const changes = ["decisions", "watches", "charts", "storyboards", "group", "exchange"] as const;

class Keep {
  bundleId = 0;
  private readonly preview: BundlePreview;
  private readonly plan: Plan;
  private readonly context: JobContext;
  private readonly keyIds: Map<string, number>;
  private readonly kin = new Map<string, number[]>();
  /** Number of each source here, by its ordinal. */
  private readonly begun: number[] = [];

  constructor(preview: BundlePreview, plan: Plan, context: JobContext) {
    this.preview = preview;
    this.plan = plan;
    this.context = context;
    const origins = readOrigins(context.db, unitOf(context));
    this.keyIds = new Map(keyIdsOf(origins));
    for (const { source, origin, keyOrigin } of origins.values()) this.addKin(source.id, origin, keyOrigin);
  }

  /** Rows of one sheet are never twins of each other, in however many bundles they came. */
  private addKin(id: number, ...families: readonly string[]): void {
    for (const family of new Set(families)) this.kin.set(family, [...(this.kin.get(family) ?? []), id]);
  }

  private get detail(): Readonly<Record<string, unknown>> {
    const { hash, unit, about, number } = this.preview.bundle;
    return { bundle: hash, unit, subject: about, of: number, decisions: this.plan.decisions.length, watches: this.plan.watches.length };
  }

  alone(): readonly ImportedSource[] {
    this.context.commit({ action: "review.bundleMerged", detail: this.detail }, changes, (db) => {
      this.bundleId = this.insertRecord(db);
      keepBrought(db, { id: this.bundleId, unit: this.preview.bundle.unit }, this.plan, this.begun, this.keyIds, this.context);
    });
    return [];
  }

  private insertRecord(db: Parameters<typeof insertBundle>[0]): number {
    const { bundle, answer } = this.preview;
    const { decisions, watches, sources } = this.plan;
    return insertBundle(db, {
      hash: bundle.hash,
      direction: "in",
      kind: bundle.bundleKind,
      unit: bundle.unit,
      subject: bundle.about,
      of: bundle.number,
      title: bundle.title,
      writtenAt: bundle.writtenAt,
      isMasked: Number(bundle.isMasked),
      at: this.context.clock(),
      by: this.context.user,
      rows: sources.reduce((sum, { rows }) => sum + rows.length, 0),
      decisions: decisions.length,
      watches: watches.length,
      content: answer === null ? "" : JSON.stringify(answer),
    });
  }

  async withRows(file: string): Promise<readonly ImportedSource[]> {
    const tiesOf = ({ ordinal }: { readonly ordinal: number }) => {
      const { origin, keyOrigin } = this.plan.sources[ordinal]!.source;
      const siblings = [...new Set([...(this.kin.get(origin) ?? []), ...(this.kin.get(keyOrigin) ?? [])])];
      return {
        kin: { siblings, replaced: [] },
        keyId: this.keyIds.get(keyOrigin),
        onBegun: (id: number) => {
          this.begun[ordinal] = id;
          if (!this.keyIds.has(keyOrigin)) this.keyIds.set(keyOrigin, id);
          this.addKin(id, origin, keyOrigin);
        },
      };
    };
    const options = {
      action: "review.bundleMerged",
      detail: this.detail,
      changes,
      tiesOf,
      onReady: (db: Parameters<typeof keepBrought>[0]) => {
        this.bundleId = this.insertRecord(db);
        keepBrought(db, { id: this.bundleId, unit: this.preview.bundle.unit }, this.plan, this.begun, this.keyIds, this.context);
      },
    };
    return await storeSources(this.context, options, async (take) => {
      checkRoom(this.context.workspace.path, [file]);
      for (const [ordinal, planned] of this.plan.sources.entries()) await this.feed(ordinal, planned, take);
    });
  }

  private async feed(ordinal: number, { source, rows }: PlannedSource, take: (message: ImportMessage) => Promise<void>): Promise<void> {
    await take({ type: "source", source: startOf(source, ordinal) });
    for (const batch of batchesOf(source, rows)) await take({ type: "batch", ordinal, batch: sent(batch) });
    for (const runs of inLots(runsOf(rows, packCells), chunksAtOnce))
      await this.context.slice((db) => insertChunks(db, this.begun[ordinal]!, runs));
    const [read, none] = [rows.length, 0];
    await take({ type: "end", ordinal, read, stored: read, rejected: none, skipped: none, totals: [], doubts: [] });
  }
}

function* inLots<Item>(items: Iterable<Item>, most: number): Generator<Item[]> {
  let lot: Item[] = [];
  for (const item of items) {
    lot.push(item);
    if (lot.length < most) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}

/** A batch as a source sends it; each tells its entities itself. */
function sent(batch: ReturnType<typeof batchesOf> extends Generator<infer Batch> ? Batch : never): SentBatch {
  const entities = batch.entities.map((entity, number) => ({ ...entity, number }));
  return { ...batch, entities, numbers: Int32Array.from(entities, ({ number }) => number) };
}
