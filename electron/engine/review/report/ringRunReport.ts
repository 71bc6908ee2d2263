// 团伙分析报告 of a ring that was found: its people by role and why, what they share, when they were at work, who sold to them.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { NamedEntity, RingDetail, RingMemberItem } from "../../../../shared/group/ringCalls.ts";
import { kindKeys } from "../../../../shared/look/vocabularyKeys.ts";
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import type { Block, Sentence } from "../../../../shared/review/paper/paper.ts";
import { clockText, groupDigits } from "../../../../shared/review/paper/plainText.ts";
import { readEntityFacts } from "../../chart/readEntityFacts.ts";
import { readLastRingRun, readRingRow } from "../../store/sqlite/tables/rings.ts";
import { editable, heading, nameOf, paragraph, type ReportContext, type ReportParts } from "./reportContext.ts";

const mostNamed = 8;

const named = (context: ReportContext, all: readonly NamedEntity[]): string =>
  all
    .slice(0, mostNamed)
    .map(({ entity, label }) => nameOf(context, entity, label))
    .join(context.say("report.cite.comma"));

/** Rows that state a loss of its cases. */
function lossRows({ job: { db }, citer }: ReportContext, { cases }: RingDetail): Sentence["citations"] {
  return cases.flatMap((number) => {
    const { attributes } = readEntityFacts(db, `case:${number}`, 0);
    const told = attributes.find(({ name }) => name === "case.loss") ?? attributes.find(({ name }) => name === "case.type");
    return told ? citer.cite(told.sources.slice(0, 1), { value: told.value, targets: [told.name] }) : [];
  });
}

function sumBlocks(context: ReportContext, ring: RingDetail): Block[] {
  const { say } = context;
  const { cases, victims, loss, people, firstAt, lastAt, series } = ring;
  const values = {
    ring: ring.ring,
    cases: cases.length,
    victims,
    people,
    loss: groupDigits(loss),
    from: clockText(firstAt).slice(0, 10),
    until: clockText(lastAt).slice(0, 10),
    series: series.join(say("report.cite.comma")),
  };
  return [heading(say("report.ringRun.one")), paragraph({ text: say("report.ringRun.sum", values), citations: lossRows(context, ring) })];
}

/** What the rows behind a role say; without any, those that name the person. */
function memberRows({ job: { db }, citer }: ReportContext, { entity, why }: RingMemberItem): Sentence["citations"] {
  const { key } = parseEntityRef(entity);
  const facts = why.sources.length > 0 ? why.sources : readEntityFacts(db, entity, 1).links.flatMap(({ sources }) => sources.slice(0, 1));
  return citer.cite(facts.slice(0, 6), { value: key });
}

function memberSentence(context: ReportContext, member: RingMemberItem): Sentence {
  const { say } = context;
  const { entity, label, role, why, also, stability } = member;
  const reason = say(`ring.why.${why.reason}`, { ...why.numbers, amount: why.amount === null ? "" : groupDigits(why.amount) });
  const text = say("report.ringRun.member", {
    name: nameOf(context, entity, label),
    role: say(`ring.role.${role.replaceAll(" ", "-")}`),
    reason: why.named.length === 0 ? reason : say("report.ringRun.whyNamed", { reason, named: named(context, why.named) }),
    also: also.length === 0 ? "" : say("report.ringRun.also", { named: named(context, also) }),
    stability: Math.round(stability * 100),
  });
  return { text, citations: memberRows(context, member) };
}

function sharedSentences(context: ReportContext, ring: RingDetail): Sentence[] {
  const { say, citer, job } = context;
  const here = new Set([
    ...ring.members.flatMap(({ entity, also }) => [entity, ...also.map((one) => one.entity)]),
    ...ring.cases.map((n) => `case:${n}`),
  ]);
  return ring.shared.map(({ entity, kind, label, cases, people }) => {
    const rows = readEntityFacts(job.db, entity, 0).links.filter(({ other }) => here.has(other));
    const text = say("report.ringRun.shared", { kind: say(kindKeys[kind] ?? kind), name: nameOf(context, entity, label), cases, people });
    const citations = citer.cite(
      rows.slice(0, 6).flatMap(({ sources }) => sources.slice(0, 1)),
      { value: parseEntityRef(entity).key },
    );
    return { text, citations };
  });
}

function phaseSentences({ say, citer }: ReportContext, { phases }: RingDetail): Sentence[] {
  return phases.map(({ phase, from, until, count, sources }) => ({
    text: say("report.ringRun.phase", {
      phase: say(`ring.phase.${phase}`),
      from: clockText(from).slice(0, 10),
      until: clockText(until).slice(0, 10),
      count,
    }),
    citations: citer.cite(sources.slice(0, 4), {}),
  }));
}

function sellerSentences(context: ReportContext, { sellers }: RingDetail): Sentence[] {
  return sellers.map(({ entity, label, sold, cases, sources }) => ({
    text: context.say("report.ringRun.seller", { name: nameOf(context, entity, label), sold: named(context, sold), cases: cases.length }),
    citations: context.citer.cite(sources.slice(0, 6), { value: parseEntityRef(entity).key }),
  }));
}

/** A part that says nothing has no heading; what no row says is counted, not told. */
function part({ say }: ReportContext, key: string, sentences: readonly Sentence[]): Block[] {
  const told = sentences.filter(({ citations }) => citations.length > 0);
  const untold = sentences.length - told.length;
  if (sentences.length === 0) return [];
  return [
    heading(say(key)),
    ...(told.length === 0 ? [] : [{ kind: "points", items: told } as const]),
    ...(untold === 0 ? [] : [{ kind: "facts", lines: [say("report.ringRun.untold", { count: untold })] } as const]),
  ];
}

export function writeRingRunReport(context: ReportContext, id: string, figure: Block | null): ReportParts {
  const { say, job } = context;
  const run = readLastRingRun(job.db);
  const row = run && readRingRow(job.db, run.id, id);
  if (!row) throw new CaseweaveError("ring-unknown", { ring: id });
  const ring = JSON.parse(row.detail) as RingDetail;
  const members = ring.members.map((member) => memberSentence(context, member));
  return {
    title: say("report.ring.title"),
    blocks: [
      ...sumBlocks(context, ring),
      ...(figure === null ? [] : [figure]),
      ...part(context, "report.ringRun.two", members),
      ...part(context, "report.ringRun.three", sharedSentences(context, ring)),
      ...part(context, "report.ringRun.four", phaseSentences(context, ring)),
      ...part(context, "report.ringRun.five", sellerSentences(context, ring)),
      heading(say("report.ringRun.six")),
      { kind: "facts", lines: [say("report.ring.limits"), say("report.merge.personal")] },
      editable(context, "roles", "report.ring.rolesPrompt"),
      heading(say("report.ringRun.seven")),
      editable(context, "next", "report.merge.nextPrompt"),
    ],
  };
}
