// Handlers of the review calls: decisions, files to hand out.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { DecisionSubject } from "../../../shared/model/decision.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import type { DecisionEffect, reviewCalls } from "../../../shared/review/calls.ts";
import type { Input } from "../../../shared/rpc/contract.ts";
import { appendAudit } from "../audit/auditLog.ts";
import type { Handlers, WriteContext } from "../handler.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { judgeAddresses, readAddressJudgement } from "../store/sqlite/tables/addressMatch.ts";
import { isCase } from "../store/sqlite/tables/caseHead.ts";
import { insertDecision, listDecisions, readDecision } from "../store/sqlite/tables/decision.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";
import { applyJudgementsTo } from "../store/sqlite/tables/judgedIdentity.ts";
import { readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { applyPaymentJudgements, findPair, nameRow } from "../store/sqlite/tables/paymentJudgement.ts";
import { readSeriesRow } from "../store/sqlite/tables/series.ts";
import { asOfHandlers } from "./asOf.ts";
import { assessHandlers } from "./assess/handlers.ts";
import { briefHandlers } from "./brief/handlers.ts";
import { exchangeHandlers } from "./exchange/handlers.ts";
import { exportChart } from "./exportChart.ts";
import { exportList } from "./exportList.ts";
import { exportRing } from "./exportRing.ts";
import { packHandlers } from "./pack/handlers.ts";
import { readCasePage } from "./readCase.ts";
import { exportReport } from "./report/exportReport.ts";
import { reportHandlers } from "./report/reportDrafts.ts";
import { statisticsHandlers } from "./statistics/handlers.ts";
import { meetingHandlers } from "./storyboard/meetings.ts";
import { minuteHandlers } from "./storyboard/minutes.ts";
import { storyboardHandlers } from "./storyboard/storyboards.ts";
import { taskHandlers } from "./task/handlers.ts";
import { watchHandlers } from "./watch/handlers.ts";

type Judgement = Input<"review.recordDecision">;

const minReason = 2;

/** Checks that what is judged exists, and puts a pair in the order that it is stored in. */
const subjects: Record<DecisionSubject, (db: ReadableDb, a: string, b: string) => readonly [string, string]> = {
  pair: (db, a, b) => {
    for (const number of [a, b]) if (!isCase(db, number)) throw new CaseweaveError("case-unknown", { case: number });
    return a < b ? [a, b] : [b, a];
  },
  series: (db, series, number) => {
    const run = readLastGroupRun(db);
    if (!run || !readSeriesRow(db, run.id, series)) throw new CaseweaveError("series-unknown", { series });
    if (!isCase(db, number)) throw new CaseweaveError("case-unknown", { case: number });
    return [series, number];
  },
  signoff: (db, series, run) => {
    if (!/^\d+$/.test(run) || !readSeriesRow(db, Number(run), series)) throw new CaseweaveError("series-unknown", { series });
    return [series, run];
  },
  identity: (db, a, b) => {
    for (const ref of [a, b]) {
      const { kind, key } = parseEntityRef(ref);
      if (!readEntity(db, kind, key)) throw new CaseweaveError("entity-unknown", { entity: ref });
    }
    return a < b ? [a, b] : [b, a];
  },
  address: (db, written, standard) => {
    for (const ref of [written, ...(standard === noAddress ? [] : [standard])]) {
      const { kind, key } = parseEntityRef(ref);
      if (kind !== "place" || !readEntity(db, kind, key)) throw new CaseweaveError("entity-unknown", { entity: ref });
    }
    return [written, standard];
  },
  payment: (db, paid, received) => {
    findPair(db, paid, received);
    return [paid, received];
  },
};

/** In place of a standard address: none of them. */
const noAddress = "none";

/** The key of an entity; a case or a series is its own label. */
const labelOf = (name: string): string => (name.includes(":") ? parseEntityRef(name).key : name);

function recordOne({ subject, a, b, verdict, reason }: Judgement, { db, user, clock, changed }: WriteContext): DecisionEffect {
  if (reason.trim().length < minReason) throw new CaseweaveError("reason-missing");
  const [first, second] = subjects[subject](db, a, b);
  const before = subject === "address" ? readAddressJudgement(db, first) : readDecision(db, subject, first, second);
  const decision = insertDecision(db, { subject, a: first, b: second, verdict, reason: reason.trim(), by: user, at: clock() });
  changed("decisions");
  const code = before ? "superseded" : "recorded";
  return { decision, changed: [{ code, values: { a: first, b: second, verdict, before: before?.verdict ?? "" } }] };
}

/** Merging and parting act at once: whoever asks for identities sees them from here on. */
function actOnIdentities(judgements: readonly Judgement[], { db, changed }: WriteContext): void {
  const refs = judgements.flatMap(({ subject, a, b }) => (subject === "identity" ? [a, b] : []));
  if (refs.length === 0) return;
  applyJudgementsTo(db, refs);
  changed("resolve");
}

const actOnAddresses = (judgements: readonly Judgement[], { db, changed }: WriteContext): void => {
  const places = judgements.flatMap(({ subject, a }) => (subject === "address" ? [a] : []));
  if (places.length === 0) return;
  judgeAddresses(db, places);
  changed("resolve");
};

const actOnPayments = (judgements: readonly Judgement[], { db, changed }: WriteContext): void => {
  if (!applyPaymentJudgements(db, judgements)) return;
  changed("facts");
  changed("resolve");
};

/** Each has an audit entry of its own, as if judged alone; the error says which one was refused. */
function recordAt(judgement: Judgement, index: number, context: WriteContext): DecisionEffect {
  try {
    const effect = recordOne(judgement, context);
    appendAudit(context.db, context, { action: "review.recordDecision", detail: judgement });
    return effect;
  } catch (error) {
    if (!(error instanceof CaseweaveError)) throw error;
    throw new CaseweaveError(error.code, { ...error.details, index }, { cause: error });
  }
}

export const reviewHandlers: Handlers<typeof reviewCalls> = {
  ...watchHandlers,
  ...exchangeHandlers,
  ...storyboardHandlers,
  ...reportHandlers,
  ...asOfHandlers,
  ...minuteHandlers,
  ...meetingHandlers,
  ...taskHandlers,
  ...statisticsHandlers,
  ...assessHandlers,
  ...packHandlers,
  ...briefHandlers,
  "review.readCase": ({ case: number }, { db }) => readCasePage(db, number),
  "review.exportList": exportList,
  "review.exportRing": exportRing,
  "review.exportChart": exportChart,
  "review.writeReport": exportReport,
  "review.recordDecision": (judgement, context) => {
    const effect = recordOne(judgement, context);
    actOnIdentities([judgement], context);
    actOnAddresses([judgement], context);
    actOnPayments([judgement], context);
    return effect;
  },
  "review.recordDecisions": ({ decisions }, context) => {
    const effects = decisions.map((one, index) => recordAt(one, index, context));
    actOnIdentities(decisions, context);
    actOnAddresses(decisions, context);
    actOnPayments(decisions, context);
    return { decisions: effects };
  },
  "review.listDecisions": ({ limit }, { db }) =>
    listDecisions(db, limit).map((decision) => {
      const name = decision.subject === "payment" ? (row: string) => nameRow(db, row) : labelOf;
      return { ...decision, labelA: name(decision.a), labelB: name(decision.b) };
    }),
};
