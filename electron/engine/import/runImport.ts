// An import: the child reads and maps, the engine stores in slices under `loading`, and one last transaction makes all of it visible – or nothing.
import type { ImportedSource } from "../../../shared/import/calls.ts";
import type { ImportMessage, ImportTaskInput, SourceStart } from "../../../shared/import/messages.ts";
import type { Change, JobContext } from "../handler.ts";
import type { WritableDb } from "../store/sqlite/database.ts";
import { joinBothSides, readLastTransfer } from "../store/sqlite/tables/bothSides.ts";
import { dropBulkIndexes, restoreBulkIndexes } from "../store/sqlite/tables/bulkIndexes.ts";
import { completeTransfers } from "../store/sqlite/tables/completeTransfers.ts";
import { FactWriter } from "../store/sqlite/tables/factWriter.ts";
import type { Kin } from "../store/sqlite/tables/kin.ts";
import { joinUnderCards } from "../store/sqlite/tables/lateCards.ts";
import { pairReversals } from "../store/sqlite/tables/pairReversals.ts";
import { listOpen, listReversalsOf, registerReversals } from "../store/sqlite/tables/reversals.ts";
import { indexEntities, listNewlyWorded } from "../store/sqlite/tables/searchIndex.ts";
import { insertLoadingSource, listKnownSources, markSourceReady, type SourceCounts } from "../store/sqlite/tables/source.ts";
import { hasSources, readSourceCounts } from "../store/sqlite/tables/sourceCounts.ts";
import { clearLeftovers } from "../workspace/leftovers.ts";
import { checkRoom } from "./checkRoom.ts";
import { findReusedIn } from "./reusedNumbers.ts";

interface LoadingSource {
  readonly id: number;
  readonly start: SourceStart;
  readonly writer: FactWriter;
  readonly kin: Kin | undefined;
  counts: SourceCounts | null;
  /** Entities that stood before and say something new: indexed again when the source becomes ready. */
  changed: readonly number[];
}

/** How the new sources stand to those that are there, and what else becomes true in the moment in which they do. */
export interface ImportOptions {
  readonly action?: string;
  readonly corrects?: number | null;
  readonly kin?: Kin;
  readonly keyId?: number;
  readonly bytes?: number;
  /** Where each source has kin of its own: asked when it begins, then told its number. */
  readonly tiesOf?: (start: SourceStart) => {
    readonly kin: Kin;
    readonly keyId: number | undefined;
    readonly onBegun: (id: number) => void;
  };
  readonly onReady?: (db: WritableDb, ids: readonly number[]) => void;
  /** What the audit says beside the sources, and what else changes with them. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly changes?: readonly Change[];
}

/** Runs the whole import and returns the sources in the order they were read. */
export async function runImport(
  context: JobContext,
  input: Omit<ImportTaskInput, "known">,
  options: ImportOptions = {},
): Promise<readonly ImportedSource[]> {
  return await context.exclusive(async () => {
    return await storeSources(context, options, async (take) => {
      checkRoom(context.workspace.path, input.paths, options.bytes);
      const task = { ...input, known: listKnownSources(context.db), now: context.clock() };
      await context.jobs.run("parseFiles", task, { signal: context.signal, report: context.report, onMessage: take });
    });
  });
}

/** Where messages come from does not matter: whoever feeds them gets all of them stored, or none. To be called while no other writing job runs. */
export async function storeSources(
  context: JobContext,
  options: ImportOptions,
  feed: (take: (message: ImportMessage) => Promise<void>) => Promise<void>,
): Promise<readonly ImportedSource[]> {
  await clearLeftovers(context);
  const session = new ImportSession(context, options);
  try {
    await feed((message) => session.take(message));
    return await session.finish();
  } catch (error) {
    discardLater(context);
    throw error;
  }
}

/** What nobody sees is cleared away. The answer does not wait, the next writing job does. */
export function discardLater(context: JobContext): void {
  const keepForLater = () => undefined; // no room to delete, or closing: nobody sees what is loading, and the next import or start clears it
  context.exclusive(() => clearLeftovers(context)).catch(keepForLater);
}

const indexSlice = 250;
const lookSlice = 1000;
/** Numbers whose transfers are held against each other in one slice. */
const cardsAtOnce = 50;
const sidesAtOnce = 20_000;
const completedAtOnce = 500;
const pairedAtOnce = 200;
/** Statements from this size on are loaded without indexes when the tables are empty: three to four times as fast. */
const bulkBytes = 8_000_000;

class ImportSession {
  private readonly loading = new Map<number, LoadingSource>();
  private readonly already: ImportedSource[] = [];
  private readonly context: JobContext;
  private readonly options: ImportOptions;
  private areIndexesDropped = false;
  /** One moment for all sources of an import: they are told apart from earlier ones by it. */
  private readonly importedAt: number;
  private readonly lastTransfer: number;

  constructor(context: JobContext, options: ImportOptions) {
    this.context = context;
    this.options = options;
    this.lastTransfer = readLastTransfer(context.db);
    this.importedAt = context.clock();
  }

  async take(message: ImportMessage): Promise<void> {
    if (message.type === "source") await this.begin(message.source);
    else if (message.type === "already") this.already.push(this.describeKnown(message.known.id));
    else if (message.type === "batch") {
      const source = this.loading.get(message.ordinal)!;
      for (const step of source.writer.stepsOf(message.batch)) await this.context.slice(step);
      if (source.writer.edges.isFull) await this.writeEdges(source);
    } else await this.end(message);
  }

  private async begin(start: SourceStart): Promise<void> {
    await this.context.slice((db) => {
      const lookForTwins = hasSources(db);
      if (start.size >= bulkBytes) this.areIndexesDropped = dropBulkIndexes(db) || this.areIndexesDropped;
      const { corrects = null, tiesOf } = this.options;
      const ties = tiesOf?.(start);
      const { keyId, kin } = ties ?? this.options;
      const id = insertLoadingSource(db, start, this.context.user, this.importedAt, { corrects, keyId: keyId ?? null });
      ties?.onBegun(id);
      this.loading.set(start.ordinal, { id, start, kin, writer: new FactWriter(id, lookForTwins, kin, keyId), counts: null, changed: [] });
    });
  }

  private async end(message: Extract<ImportMessage, { type: "end" }>): Promise<void> {
    const source = this.loading.get(message.ordinal)!;
    const { counts, entities } = source.writer;
    await this.writeEdges(source);
    await this.restoreIndexes();
    await this.indexTouched(source);
    const reused = await findReusedIn(this.context, source);
    source.counts = {
      read: message.read,
      stored: message.stored,
      rejected: message.rejected,
      skipped: message.skipped,
      twins: counts.twins,
      totals: JSON.stringify(message.totals),
      facts: JSON.stringify({ entities: entities.created, attributes: counts.attributes, links: counts.links, events: counts.events }),
      doubts: JSON.stringify([...source.start.doubts, ...message.doubts, ...reused]),
    };
  }

  private async writeEdges({ writer }: LoadingSource): Promise<void> {
    for (const step of writer.edges.takeSteps()) await this.context.slice(step);
  }

  private async restoreIndexes(): Promise<void> {
    if (!this.areIndexesDropped) return;
    for (const create of restoreBulkIndexes) await this.context.slice(create);
    this.areIndexesDropped = false;
  }

  /** New entities are indexed now; they stay hidden with their source. Those known before wait for the commit, if anything new is said of them. */
  private async indexTouched(source: LoadingSource): Promise<void> {
    const { touched, firstNewId, labels } = source.writer.entities;
    const ids = [...touched].sort((a, b) => a - b);
    const fresh = ids.filter((id) => id >= firstNewId);
    for (let i = 0; i < fresh.length; i += indexSlice) {
      await this.context.slice((db) => indexEntities(db, fresh.slice(i, i + indexSlice), () => true));
    }
    const known = ids.filter((id) => id < firstNewId);
    const changed = known.filter((id) => labels.has(id));
    for (let i = 0; i < known.length; i += lookSlice) {
      const slice = known.slice(i, i + lookSlice);
      changed.push(...(await this.context.slice((db) => listNewlyWorded(db, source.id, slice))));
    }
    source.changed = [...new Set(changed)].sort((a, b) => a - b);
  }

  async finish(): Promise<readonly ImportedSource[]> {
    await this.restoreIndexes();
    const sources = [...this.loading.values()];
    await this.completeMany(sources);
    const { action = "import.store", onReady, detail, changes = [] } = this.options;
    const entry = { action, detail: { ...detail, sources: sources.map(describeForAudit) } };
    if (sources.length > 0)
      this.context.commit(entry, ["facts", ...changes], (db) => {
        for (const { id, counts } of sources) markSourceReady(db, id, counts!);
        onReady?.(
          db,
          sources.map(({ id }) => id),
        );
        for (const { id, writer, changed } of sources) {
          completeTransfers(db, writer.completed.slice(-completedAtOnce));
          registerReversals(db, id, writer.reversals.slice(-completedAtOnce));
          writer.entities.writeLabels(db);
          indexEntities(db, changed, () => false);
        }
        for (const { id } of sources) pairReversals(db, listReversalsOf(db, id).slice(-pairedAtOnce));
      });
    return [...sources.map(({ id }) => this.describe(id, false)), ...this.already];
  }

  /** Too many for one slice are completed before: taking the source out, as a cancel does, takes that back. */
  private async completeMany(sources: readonly LoadingSource[]): Promise<void> {
    for (const { id, writer } of sources) {
      await this.joinLate(writer);
      await this.joinSides(id, writer);
      const ids = writer.completed;
      const reversals = writer.reversals.slice(0, -completedAtOnce);
      for (let i = 0; i < reversals.length; i += completedAtOnce)
        await this.context.slice((db) => registerReversals(db, id, reversals.slice(i, i + completedAtOnce)));
      for (let i = 0; i < ids.length - completedAtOnce; i += completedAtOnce)
        await this.context.slice((db) => completeTransfers(db, ids.slice(i, Math.min(i + completedAtOnce, ids.length - completedAtOnce))));
      await this.pairMany(id);
    }
  }

  /** What was told under a card and under its account before anybody said that they are one. */
  private async joinLate({ cards }: FactWriter): Promise<void> {
    const named = [...cards].sort((a, b) => a - b);
    for (let i = 0; i < named.length; i += cardsAtOnce)
      await this.context.slice((db) => joinUnderCards(db, named.slice(i, i + cardsAtOnce)));
  }

  /** What one bank tells of both its accounts. */
  private async joinSides(id: number, { payees }: FactWriter): Promise<void> {
    if (payees.size === 0) return;
    const owners = [...payees].sort((a, b) => a - b);
    const last = readLastTransfer(this.context.db);
    for (let first = this.lastTransfer + 1; first <= last; first += sidesAtOnce)
      await this.context.slice((db) => joinBothSides(db, id, owners, first, Math.min(first + sidesAtOnce - 1, last)));
  }

  private async pairMany(id: number): Promise<void> {
    const waiting = listReversalsOf(this.context.db, id);
    for (let i = 0; i < waiting.length - pairedAtOnce; i += pairedAtOnce)
      await this.context.slice((db) => pairReversals(db, listOpen(db, waiting.slice(i, i + pairedAtOnce))));
  }

  private describe(id: number, already: boolean): ImportedSource {
    return { ...readSourceCounts(this.context.db, id), already };
  }

  private describeKnown(id: number): ImportedSource {
    return this.describe(id, true);
  }
}

const describeForAudit = ({ start, counts }: LoadingSource) => ({
  source: start.name,
  sheet: start.sheet,
  sha256: start.sha256,
  rowKind: start.mapping.rowKind,
  layout: start.layout,
  read: counts?.read,
  stored: counts?.stored,
  rejected: counts?.rejected,
});
