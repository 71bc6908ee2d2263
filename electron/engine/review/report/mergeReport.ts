// 串并案意见书: the cases, what holds them together by basis, what speaks against it, what is open, the loss, the structure, the next steps.
import type { SeriesMember, SharedIdentifier } from "../../../../shared/group/calls.ts";
import { bases, type EvidenceBar, isTelling, type PairScore } from "../../../../shared/link/pairScore.ts";
import { basisKeys, featureKeys } from "../../../../shared/look/evidenceKeys.ts";
import { caseTimeKeys, kindKeys } from "../../../../shared/look/vocabularyKeys.ts";
import { isBound } from "../../../../shared/model/caseTime.ts";
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import { decimalOf, fenOf } from "../../../../shared/model/money.ts";
import type { Block, Sentence } from "../../../../shared/review/paper/paper.ts";
import { clockText, groupDigits } from "../../../../shared/review/paper/plainText.ts";
import type { Table } from "../../../../shared/review/paper/table.ts";
import { readEntityFacts } from "../../chart/readEntityFacts.ts";
import { citeMember, type Loaded, load, memberRows, numberClaim, stateKeys } from "./mergeFacts.ts";
import { silentLines } from "./mergeSilent.ts";
import {
  editable,
  heading,
  nameOf,
  paragraph,
  type ReportContext,
  type ReportParts,
  scaleTable,
  strengthText,
  weightText,
} from "./reportContext.ts";

function memberTable({ say, job: { show } }: ReportContext, members: readonly SeriesMember[]): Table {
  const headings = [
    ["report.column.case", 10],
    ["report.column.at", 8],
    ["report.column.type", 9],
    ["report.column.place", 12],
    ["report.column.loss", 7],
    ["report.column.state", 5],
  ] as const;
  const rows = members.map((member) => [
    member.case,
    timeText(say, member),
    member.type ?? "",
    show.cell("place.address", member.place ?? ""),
    groupDigits(member.loss ?? ""),
    say(stateKeys[member.state]),
  ]);
  return {
    columns: headings.map(([key, width]) => ({
      heading: say(key),
      width,
      align: key === "report.column.loss" ? ("right" as const) : ("left" as const),
    })),
    rows,
  };
}

/** Only when it happened stands bare under 发案时间; a report or a filing is named. */
function timeText(say: ReportContext["say"], { at, atKind }: SeriesMember): string {
  const text = clockText(at).slice(0, 16);
  return isBound(atKind) ? say(caseTimeKeys[atKind], { at: text }) : text;
}

function caseBlocks(context: ReportContext, loaded: Loaded): Block[] {
  const { say, citer } = context;
  const { series } = loaded;
  const { members } = series;
  const text = say(members.some(({ atKind }) => isBound(atKind)) ? "report.merge.casesReported" : "report.merge.cases", {
    series: series.series,
    count: members.length,
    from: (series.firstAt ?? "").slice(0, 10),
    until: (series.lastAt ?? "").slice(0, 10),
    loss: groupDigits(series.loss),
  });
  const citations = members.flatMap(({ case: number }) =>
    citer.cite(loaded.cases.get(number)!.of("case.loss").slice(0, 1), { targets: ["case.loss"] }),
  );
  const table = memberTable(context, members);
  return [
    heading(say("report.merge.one")),
    paragraph({ text, citations }),
    { kind: "table", table, citations: members.map((member) => citeMember(citer.cite, loaded, member)) },
  ];
}

interface Carrier {
  readonly basis: string;
  readonly bits: number;
}

/** The basis and the most bits that an identifier carries in any pair; none where it says nothing in all of them. */
function carriersOf(scores: readonly PairScore[]): ReadonlyMap<string, Carrier> {
  const carriers = new Map<string, Carrier>();
  for (const { basis, bits, entities } of scores.flatMap(({ evidence }) => evidence.filter(isTelling)))
    for (const ref of entities) if (bits > (carriers.get(ref)?.bits ?? Number.NEGATIVE_INFINITY)) carriers.set(ref, { basis, bits });
  return carriers;
}

function sharedSentence(context: ReportContext, identifier: SharedIdentifier, bits: number): Sentence {
  const { job, say, citer } = context;
  const { entity, refs, kind, label, cases } = identifier;
  const direct = Object.keys(cases)
    .filter((number) => cases[number] === "direct")
    .sort();
  const near = Object.keys(cases).length - direct.length;
  const citations = refs.flatMap((ref) => {
    const rows = readEntityFacts(job.db, ref, 0).links.filter(
      ({ otherKind, other }) => otherKind === "case" && direct.includes(other.slice("case:".length)),
    );
    return citer.cite(
      rows.flatMap(({ sources }) => sources.slice(0, 1)),
      { value: parseEntityRef(ref).key },
    );
  });
  const text = say("report.merge.shared", {
    kind: say(kindKeys[kind] ?? kind),
    name: nameOf(context, entity, label),
    count: direct.length,
    cases: direct.join(say("report.cite.comma")),
    near: near === 0 ? "" : say("report.merge.near", { count: near }),
    strength: weightText(bits, say),
  });
  return { text, citations };
}

/** Evidence that no identifier carries, told by its strongest pair. */
function featureSentences(context: ReportContext, scores: readonly PairScore[], basis: string): Sentence[] {
  const { say } = context;
  const bars = scores.flatMap(({ a, b, evidence }) =>
    evidence
      .filter((bar) => bar.basis === basis && bar.entities.length === 0 && bar.bits > 0 && isTelling(bar))
      .map((bar) => ({ a, b, bar })),
  );
  return [...Map.groupBy(bars, ({ bar }) => bar.feature)].map(([feature, same]) => {
    const best = same.reduce((most, one) => (one.bar.bits > most.bar.bits ? one : most));
    const values = { feature: say(featureKeys[feature] ?? feature), count: same.length, a: best.a, b: best.b };
    const text = say("report.merge.feature", { ...values, strength: weightText(best.bar.bits, say) });
    return { text, citations: citeBar(context, best) };
  });
}

interface PairBar {
  readonly a: string;
  readonly b: string;
  readonly bar: EvidenceBar;
}

/** Columns that a feature compares. */
const featureTargets: Readonly<Record<string, readonly string[]>> = {
  amount: ["case.loss"],
  caseType: ["case.type"],
  brief: ["case.brief"],
  modus: ["modus"],
  modusTags: ["modus"],
  place: ["place.address", "place.name"],
  time: ["case.from", "case.from.date"],
  hour: ["case.from", "case.from.time"],
  weekday: ["case.from", "case.from.date"],
};

function citeBar({ citer, job: { db } }: ReportContext, { a, b, bar }: PairBar): Sentence["citations"] {
  const rowsOf = (number: string) => readEntityFacts(db, `case:${number}`, 0).attributes.flatMap(({ sources }) => sources);
  const rows = bar.sources.length > 0 ? bar.sources : [a, b].flatMap((number) => rowsOf(number).slice(0, 1));
  // A row that states what is compared by its absence, or an incident without a case number yet, is told by its number.
  return citer.cite(rows, { targets: [...(featureTargets[bar.feature] ?? []), "case.number", "case.incidentNumber"] });
}

function basisBlocks(context: ReportContext, { series, scores }: Loaded): Block[] {
  const { say } = context;
  const carriers = carriersOf(scores);
  const blocks = bases.flatMap((basis): Block[] => {
    const identifiers = series.shared.filter(({ entity }) => carriers.get(entity)?.basis === basis);
    const items = [
      ...identifiers.map((identifier) => sharedSentence(context, identifier, carriers.get(identifier.entity)!.bits)),
      ...featureSentences(context, scores, basis),
    ].filter(({ citations }) => citations.length > 0);
    return items.length === 0 ? [] : [heading(say(basisKeys[basis]!), 2), { kind: "points", items }];
  });
  return [heading(say("report.merge.two")), { kind: "facts", lines: [say("report.scale.intro")] }, scaleTable(say), ...blocks];
}

/** The strongest of each feature against, then what was left out of the evidence and why. */
function counterBlocks(context: ReportContext, { series, scores, hubs }: Loaded): Block[] {
  const { say, citer, job } = context;
  const bars = scores.flatMap(({ a, b, counter }) => counter.filter(isTelling).map((bar) => ({ a, b, bar })));
  const against = [...Map.groupBy(bars, ({ bar }) => bar.feature)].map(([feature, same]): Sentence => {
    const worst = same.reduce((most, one) => (one.bar.bits < most.bar.bits ? one : most));
    const values = { feature: say(featureKeys[feature] ?? feature), count: same.length, a: worst.a, b: worst.b };
    return {
      text: say("report.merge.against", { ...values, strength: weightText(worst.bar.bits, say) }),
      citations: citeBar(context, worst),
    };
  });
  const members = new Set(series.cases.map((number) => `case:${number}`));
  const excluded = hubs.flatMap((hub): Sentence[] => {
    const rows = readEntityFacts(job.db, hub.entity, 0).links.filter(({ other }) => members.has(other));
    if (rows.length === 0) return [];
    const key = hub.entity.slice(hub.entity.indexOf(":") + 1);
    const values = { name: nameOf(context, hub.entity, hub.label), count: hub.cases, here: new Set(rows.map(({ other }) => other)).size };
    const citations = citer.cite(
      rows.flatMap(({ sources }) => sources.slice(0, 1)),
      { value: key },
    );
    return [{ text: say("report.merge.excluded", values), citations }];
  });
  return [
    heading(say("report.merge.three")),
    against.length === 0
      ? { kind: "facts", lines: [say("report.merge.noCounter", { pairs: scores.length })] }
      : { kind: "points", items: against },
    heading(say("report.merge.left"), 2),
    { kind: "facts", lines: [say("report.merge.personal"), ...silentLines(say, scores)] },
    ...(excluded.length === 0 ? [] : [{ kind: "points", items: excluded } as const]),
  ];
}

function openBlocks(context: ReportContext, loaded: Loaded): Block[] {
  const { say, citer } = context;
  const { members, weakest } = loaded.series;
  const open = members
    .filter(({ state }) => state !== "core")
    .map((member): Sentence => {
      const text = say("report.merge.open", { case: member.case, state: say(stateKeys[member.state]), bits: member.bits.toFixed(1) });
      return { text, citations: citeMember(citer.cite, loaded, member) };
    });
  const weak: Sentence = {
    text: say("report.merge.weakest", { a: weakest.a, b: weakest.b, strength: strengthText(weakest.bits, say) }),
    citations: [weakest.a, weakest.b].flatMap((number) =>
      loaded.cases.has(number) ? citer.cite(memberRows(loaded.cases, number).slice(0, 1), numberClaim(number)) : [],
    ),
  };
  const items = [...open, ...(weak.citations.length > 0 ? [weak] : [])];
  return [
    heading(say("report.merge.four")),
    ...(items.length === 0 ? [] : [{ kind: "points", items } as const]),
    editable(context, "open", "report.merge.openPrompt"),
  ];
}

const sums = [
  ["case.loss", "report.merge.sumLoss"],
  ["case.stopped", "report.merge.sumStopped"],
  ["case.frozen", "report.merge.sumFrozen"],
  ["case.returned", "report.merge.sumReturned"],
] as const;

function lossBlocks({ say, citer, job: { db } }: ReportContext, { series }: Loaded): Block[] {
  const facts = series.cases.map((number) => readEntityFacts(db, `case:${number}`, 0).attributes);
  const items = sums.flatMap(([name, key]): Sentence[] => {
    const told = facts.flatMap((attributes) => attributes.filter((one) => one.name === name).slice(0, 1));
    if (told.length === 0) return [];
    const fen = told.reduce((sum, { value }) => sum + (fenOf(value) ?? 0), 0);
    const citations = told.flatMap(({ value, sources }) => citer.cite(sources.slice(0, 1), { value, targets: [name] }));
    return [{ text: say(key, { count: told.length, sum: groupDigits(decimalOf(fen)) }), citations }];
  });
  return [heading(say("report.merge.five")), { kind: "points", items }];
}

export function writeMergeReport(context: ReportContext, id: string, figure: Block | null): ReportParts {
  const { say } = context;
  const loaded = load(context, id);
  return {
    title: say("report.merge.title"),
    blocks: [
      ...caseBlocks(context, loaded),
      ...basisBlocks(context, loaded),
      ...counterBlocks(context, loaded),
      ...openBlocks(context, loaded),
      ...lossBlocks(context, loaded),
      heading(say("report.merge.six")),
      ...(figure === null ? [] : [figure]),
      editable(context, "structure", "report.merge.structurePrompt"),
      heading(say("report.merge.seven")),
      editable(context, "next", "report.merge.nextPrompt"),
    ],
  };
}
