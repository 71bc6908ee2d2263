// What was judged and decided in the period.

import type { Decision, DecisionSubject } from "../../../../../shared/model/decision.ts";
import { parseEntityRef } from "../../../../../shared/model/entity.ts";
import { isoTime } from "../../../../../shared/model/time.ts";
import type { CitedRow } from "../../../../../shared/review/paper/citation.ts";
import type { Block, Sentence } from "../../../../../shared/review/paper/paper.ts";
import { readEntityFacts } from "../../../chart/readEntityFacts.ts";
import { readEntity } from "../../../store/sqlite/tables/entity.ts";
import { nameRow, readJudgedRow } from "../../../store/sqlite/tables/paymentJudgement.ts";
import { listDecisionsBetween, listMinutesBetween } from "../../../store/sqlite/tables/periodRecords.ts";
import { listMembers } from "../../../store/sqlite/tables/series.ts";
import { type BriefContext, type BriefSection, citeCases, line, statement, told } from "../briefContext.ts";
import { caseRows } from "../caseRows.ts";

/** A row that tells of each of the entities; none of one whose sources were taken out. */
const entityRows = ({ job, citer }: BriefContext, refs: readonly string[]): readonly CitedRow[] =>
  refs.flatMap((ref) => {
    const { kind, key } = parseEntityRef(ref);
    if (readEntity(job.db, kind, key) === undefined) return [];
    const { attributes, links } = readEntityFacts(job.db, ref, 1);
    return citer.cite([...attributes, ...links].flatMap(({ sources }) => sources.slice(0, 1)).slice(0, 1), { value: key });
  });

/** Rows of what was judged: the cases, or what tells of an entity. */
const rowsOf: Readonly<Record<DecisionSubject, (context: BriefContext, decision: Decision) => readonly CitedRow[]>> = {
  pair: (context, { a, b }) => citeCases(context, caseRows(context.job.db, [a, b])),
  series: (context, { b }) => citeCases(context, caseRows(context.job.db, [b])),
  signoff: (context, { a, b }) =>
    citeCases(
      context,
      caseRows(
        context.job.db,
        listMembers(context.job.db, Number(b), a).map((member) => member.case),
      ),
    ),
  identity: (context, { a, b }) => entityRows(context, [a, b]),
  address: (context, { a }) => entityRows(context, [a]),
  payment: ({ job, citer }, { a, b }) =>
    citer.cite(
      [a, b].flatMap((row) => readJudgedRow(job.db, row) ?? []),
      {},
    ),
};

const nameOfPart = ({ job }: BriefContext, name: string, subject: DecisionSubject): string => {
  if (subject === "payment") return job.show.text(nameRow(job.db, name));
  if (!name.includes(":")) return name;
  const { kind, key } = parseEntityRef(name);
  return job.show.label(kind, key);
};

function decisionSentence(context: BriefContext, decision: Decision): Sentence {
  const { subject, a, b, verdict, reason, id } = decision;
  const { say, job } = context;
  const values = {
    subject: say(`brief.decision.${subject}`),
    a: nameOfPart(context, a, subject),
    b: subject === "signoff" ? "" : nameOfPart(context, b, subject),
    verdict: say(`brief.verdict.${verdict}`),
    reason: job.show.text(reason),
  };
  return statement(say, `decision:${id}`, {}, values, rowsOf[subject](context, decision));
}

function sumSentence(context: BriefContext, decisions: readonly Decision[]): Sentence {
  const of = (verdict: Decision["verdict"]): number => decisions.filter((one) => one.verdict === verdict).length;
  const figures = { count: decisions.length, confirm: of("confirm"), reject: of("reject"), later: of("later") };
  const rows = decisions.slice(-10).flatMap((one) => rowsOf[one.subject](context, one).slice(0, 1));
  return statement(context.say, "decisionTotal", figures, {}, rows);
}

const minuteBlocks = ({ job, say, startAt, endAt }: BriefContext): readonly Block[] => {
  const lines = listMinutesBetween(job.db, startAt, endAt).map(({ kind, text, at }) =>
    say("brief.minute", { kind: say(`brief.minuteKind.${kind}`), at: isoTime(at).slice(0, 10), text: job.show.text(text) }),
  );
  return lines.length === 0 ? [] : [{ kind: "facts", lines }];
};

export const decisions: BriefSection = {
  id: "decisions",
  heading: "brief.section.decisions",
  write: (context) => {
    const { job, say, startAt, endAt } = context;
    const made = listDecisionsBetween(job.db, startAt, endAt);
    const minutes = minuteBlocks(context);
    if (made.length === 0) return [...minutes, ...(minutes.length === 0 ? [line(say("brief.none.decisions"))] : [])];
    return [
      ...told(context, [sumSentence(context, made), ...made.toReversed().map((one) => decisionSentence(context, one))], 11),
      ...minutes,
    ];
  },
};
