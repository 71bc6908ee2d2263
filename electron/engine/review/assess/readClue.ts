// The assessment of a clue: its parts one after another, each within its share of the time, the comparison with all cases beside them in a child.
import type { Assessment, ClueAnswers, ClueProbeName, TimedPart } from "../../../../shared/review/assess/calls.ts";
import { clueProbes } from "../../../../shared/review/assess/calls.ts";
import { openMasker } from "../../../../shared/review/masker.ts";
import type { Params } from "../../../../shared/rpc/contract.ts";
import type { JobContext } from "../../handler.ts";
import { tellNumbers } from "../../store/sqlite/tables/purse.ts";
import { findCalls } from "./calls.ts";
import { findCases } from "./cases.ts";
import { type Clue, identifyClue, readClue } from "./clue.ts";
import { candidatesOf } from "./digits.ts";
import { draftCase } from "./draftCase.ts";
import { findMoney } from "./money.ts";
import { findMovements } from "./movements.ts";
import { Pace } from "./pace.ts";
import type { Earlier, Probe } from "./part.ts";
import { findPayments } from "./payments.ts";
import { findRings } from "./rings.ts";
import { findSeries } from "./series.ts";
import { askSimilar } from "./similar.ts";
import { findTasks } from "./tasks.ts";
import { findWatches } from "./watches.ts";

type OwnName = Exclude<ClueProbeName, "similar">;

/** What is read here; a new part is one file, one line here and one name in the contract. */
const probes: { readonly [Name in OwnName]: Probe<Name> } = {
  cases: findCases,
  series: findSeries,
  rings: findRings,
  watches: findWatches,
  tasks: findTasks,
  movements: findMovements,
  calls: findCalls,
  payments: findPayments,
  money: findMoney,
};

/** Parts that others build upon: read for them, shown only where they were asked for. */
const groundwork: readonly OwnName[] = ["cases", "series", "rings"];

/** Kept for putting the answer together. */
const reserveMilliseconds = 60;

type Parts = { [Name in ClueProbeName]?: TimedPart<ClueAnswers[Name]> };

interface Round {
  readonly context: JobContext;
  readonly clue: Clue;
  /** Of `performance.now()`. */
  readonly end: number;
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

async function readPart<Name extends OwnName>(
  { context, clue, end }: Round,
  name: Name,
  left: number,
  earlier: Earlier,
): Promise<TimedPart<ClueAnswers[Name]>> {
  const began = performance.now();
  const pace = new Pace(began + Math.max(0, end - began) / left, context.signal);
  const found = (await probes[name]({ context, clue, pace, earlier })) as ClueAnswers[Name];
  return { milliseconds: rounded(performance.now() - began), isComplete: !pace.isCut, found };
}

/** What the child has by the end of the time; it goes on. */
async function readSimilar(answer: Promise<ClueSimilar>, began: number, end: number, signal: AbortSignal): Promise<TimedPart<ClueSimilar>> {
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Promise<null>((resolve, reject) => {
    timer = setTimeout(resolve, Math.max(0, end - performance.now()), null);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  try {
    const found = await Promise.race([answer, waiting]);
    return { milliseconds: rounded(performance.now() - began), isComplete: found !== null, found };
  } finally {
    clearTimeout(timer);
    answer.catch(() => undefined); // nobody waits for it any more; who asks again hears of it
  }
}

type ClueSimilar = ClueAnswers["similar"];

async function readOwn(round: Round, wanted: ReadonlySet<ClueProbeName>): Promise<Parts> {
  const asked = clueProbes.filter((name): name is OwnName => name !== "similar" && (wanted.has(name) || groundwork.includes(name)));
  const parts: Parts = {};
  const earlier: { [Name in ClueProbeName]?: ClueAnswers[Name] | null } = {};
  for (const [at, name] of asked.entries()) {
    const part = await readPart(round, name, asked.length - at, earlier);
    Object.assign(earlier, { [name]: part.found });
    if (wanted.has(name)) Object.assign(parts, { [name]: part });
  }
  return parts;
}

export async function assess({ text, parts: only, within }: Params<"assess.readClue">, context: JobContext): Promise<Assessment> {
  const began = performance.now();
  const end = began + within - reserveMilliseconds;
  const clue = readClue(context, text);
  const wanted = new Set<ClueProbeName>(only ?? clueProbes);
  const similar = wanted.has("similar") ? readSimilar(askSimilar(context, clue), performance.now(), end, context.signal) : null;
  similar?.catch(() => undefined); // told where it is waited for
  const parts = await readOwn({ context, clue, end }, wanted);
  if (similar !== null) parts.similar = await similar;
  return tellNumbers(context.db, {
    items: context.show === openMasker ? clue.items : identifyClue(context, text, clue.told, context.show),
    entities: clue.entities.map(({ records: _records, ...entity }) => entity),
    candidates: candidatesOf(context.db, text),
    leftOut: clue.leftOut,
    draft: draftCase(clue, context.clock()),
    searched: clue.searched,
    parts,
    milliseconds: rounded(performance.now() - began),
  });
}
