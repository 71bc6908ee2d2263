// 团伙分析报告: who and what stands behind a series: people, accounts, numbers, network and devices by the cases they join, roles as sources tell them.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { kindKeys } from "../../../../shared/look/vocabularyKeys.ts";
import { entityKinds, parseEntityRef } from "../../../../shared/model/entity.ts";
import type { Block, Sentence } from "../../../../shared/review/paper/paper.ts";
import { groupDigits } from "../../../../shared/review/paper/plainText.ts";
import { readEntityFacts } from "../../chart/readEntityFacts.ts";
import { readSeriesDetail } from "../../group/readSeries.ts";
import { editable, heading, nameOf, paragraph, type ReportContext, type ReportParts } from "./reportContext.ts";

/** Roles of an involvement that are of the offenders' side. */
const offenders = new Set(["suspect", "offender", "lure", "payee", "caller"]);
const mostOfKind = 25;

interface Part {
  readonly ref: string;
  readonly kind: string;
  readonly label: string;
  readonly cases: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly sources: Sentence["citations"];
}

type Links = ReturnType<typeof readEntityFacts>["links"];

/** Everything of the offenders' side that the cases name, by how many of them it joins. */
function partsOf({ job: { db }, citer }: ReportContext, cases: readonly string[]): Part[] {
  const parts = new Map<
    string,
    { label: string; kind: string; cases: Set<string>; roles: Set<string>; rows: Links[number]["sources"][number][] }
  >();
  for (const number of cases)
    for (const link of readEntityFacts(db, `case:${number}`, 0).links) {
      const isOffender = offenders.has(link.role) || (link.kind === "involved-in" && link.role === "" && link.otherKind !== "person");
      if (!isOffender) continue;
      const part = parts.get(link.other) ?? { label: link.otherLabel, kind: link.otherKind, cases: new Set(), roles: new Set(), rows: [] };
      part.cases.add(number);
      if (link.role !== "") part.roles.add(link.role);
      part.rows.push(...link.sources.slice(0, 1));
      parts.set(link.other, part);
    }
  return [...parts]
    .map(([ref, { rows, ...part }]) => ({ ref, ...part, sources: citer.cite(rows, { value: parseEntityRef(ref).key }) }))
    .filter(({ sources }) => sources.length > 0)
    .sort((a, b) => b.cases.size - a.cases.size || (a.ref < b.ref ? -1 : 1));
}

const roleKeys: Readonly<Record<string, string>> = {
  suspect: "vocabulary.role.suspect",
  offender: "vocabulary.role.offender",
  lure: "vocabulary.role.lure",
  payee: "vocabulary.role.payee",
  caller: "vocabulary.role.caller",
};

function partSentence(context: ReportContext, { ref, label, cases, roles, sources }: Part): Sentence {
  const { say } = context;
  const comma = say("report.cite.comma");
  const told = [...roles].sort().map((role) => say(roleKeys[role] ?? role));
  const text = say("report.ring.part", {
    name: nameOf(context, ref, label),
    count: cases.size,
    cases: [...cases].sort().slice(0, 10).join(comma),
    roles: told.length === 0 ? "" : say("report.ring.roles", { roles: told.join(comma) }),
  });
  return { text, citations: sources };
}

function kindBlocks(context: ReportContext, parts: readonly Part[]): Block[] {
  const { say } = context;
  const kinds = entityKinds.filter((kind) => parts.some((part) => part.kind === kind));
  return kinds.flatMap((kind): Block[] => {
    const same = parts.filter((part) => part.kind === kind);
    const rest = same.length - mostOfKind;
    return [
      heading(say("report.ring.kind", { kind: say(kindKeys[kind] ?? kind), count: same.length }), 2),
      { kind: "points", items: same.slice(0, mostOfKind).map((part) => partSentence(context, part)) },
      ...(rest > 0 ? [{ kind: "facts", lines: [say("report.ring.rest", { count: rest })] } as const] : []),
    ];
  });
}

export function writeRingReport(context: ReportContext, id: string, figure: Block | null): ReportParts {
  const { say, job, citer } = context;
  const series = readSeriesDetail(job.db, id);
  if (!series) throw new CaseweaveError("series-unknown", { series: id });
  const parts = partsOf(context, series.cases);
  const shared = parts.filter(({ cases }) => cases.size > 1);
  const losses = series.cases.flatMap((number) => {
    const told = readEntityFacts(job.db, `case:${number}`, 0).attributes.find(({ name }) => name === "case.loss");
    return told ? citer.cite(told.sources.slice(0, 1), { value: told.value, targets: ["case.loss"] }) : [];
  });
  const counts = {
    series: series.series,
    cases: series.cases.length,
    loss: groupDigits(series.loss),
    parts: parts.length,
    shared: shared.length,
  };
  return {
    title: say("report.ring.title"),
    blocks: [
      heading(say("report.ring.one")),
      paragraph({ text: say("report.ring.sum", counts), citations: losses }),
      ...(figure === null ? [] : [figure]),
      heading(say("report.ring.two")),
      ...kindBlocks(context, parts),
      heading(say("report.ring.three")),
      { kind: "facts", lines: [say("report.ring.limits"), say("report.merge.personal")] },
      heading(say("report.ring.four")),
      editable(context, "roles", "report.ring.rolesPrompt"),
      heading(say("report.ring.five")),
      editable(context, "next", "report.merge.nextPrompt"),
    ],
  };
}
