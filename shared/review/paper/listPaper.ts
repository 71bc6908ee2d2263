// A list of a money trace as pages to sign: a part for each bank that acts on it, then what the unit keeps: what it is about, its sum, how it was found.
import { decimalOf, fenOf } from "../../model/money.ts";
import type { ListName } from "../../trace/lists/index.ts";
import type { ListLine } from "../../trace/lists/listLine.ts";
import { type CitedSource, citationText, sourceTable } from "./citation.ts";
import { isForm } from "./formTable.ts";
import { type FormHead, listForms } from "./listForms.ts";
import { claimTable, listTable } from "./listTable.ts";
import type { Block, Paper } from "./paper.ts";
import { groupDigits } from "./plainText.ts";
import type { Say } from "./say.ts";

export interface ListFacts extends FormHead {
  readonly list: ListName;
  /** What was asked about, as people read it. */
  readonly subject: string;
  /** `trace.policy.…`. */
  readonly policy: string;
  readonly footer: string;
  /** Accounts that need no stop, as they are held back already: a list of its own. */
  readonly secured: number;
  /** Accounts of fees and service numbers that the list leaves out, and what lies there in all. */
  readonly service?: { readonly count: number; readonly sum: string };
  /** The sources that the lines cite. */
  readonly sources: readonly CitedSource[];
}

export const listTitleKeys: Readonly<Record<ListName, string>> = {
  stop: "export.list.stop",
  freeze: "export.list.freeze",
  request: "export.list.request",
  return: "export.list.return",
  secured: "export.list.secured",
};

/** The rule that the list follows, printed under it. */
const ruleKeys: Readonly<Record<ListName, string>> = {
  stop: "export.list.stopRule",
  freeze: "export.list.freezeRule",
  request: "export.list.requestRule",
  return: "export.list.returnRule",
  secured: "export.list.securedRule",
};

export function sums(lines: readonly ListLine[]): string {
  const byCurrency = Map.groupBy(lines, ({ currency }) => currency);
  return [...byCurrency]
    .map(([currency, same]) => `${groupDigits(decimalOf(same.reduce((sum, { amount }) => sum + (fenOf(amount) ?? 0), 0)))} ${currency}`)
    .join(" + ");
}

/** Lines under the title, the same in every format. */
export function listFactLines(lines: readonly ListLine[], { subject, policy, asOf }: ListFacts, say: Say): readonly string[] {
  return [
    say("export.list.subject", { subject, policy: say(policy) }),
    say("export.list.moment", { at: asOf, count: lines.length, sum: lines.length === 0 ? "0.00" : sums(lines) }),
  ];
}

/** Printed under the table. */
export const listRules = ({ list, secured, service }: Pick<ListFacts, "list" | "secured" | "service">, say: Say): readonly string[] => [
  say(ruleKeys[list]),
  ...(list === "stop" && secured > 0 ? [say("export.list.securedCount", { count: secured })] : []),
  ...(list === "stop" && service !== undefined && service.count > 0 ? [say("export.list.serviceCount", { ...service })] : []),
];

const whoseMoney = (lines: readonly ListLine[], say: Say): readonly Block[] =>
  lines.every(({ claims }) => claims.length === 0)
    ? []
    : [
        { kind: "heading", level: 2, text: say("export.list.claims") },
        { kind: "table", table: claimTable(lines, say, citationText) },
      ];

const signatures = (say: Say): Block => ({
  kind: "signatures",
  words: [say("export.sign.by"), say("export.sign.checked"), say("export.sign.approved"), say("export.sign.date")],
});

/** The part of each bank begins on a page of its own, so that it goes out alone; the first stands under the title of the whole. */
function forms(lines: readonly ListLine[], facts: ListFacts, say: Say): readonly Block[] {
  const { list } = facts;
  if (!isForm(list)) return [];
  const title = say(listTitleKeys[list]);
  const parts = listForms(list, lines, facts, say).flatMap(({ institution, heading, table }, at): Block[] => [
    ...(at === 0 ? [] : [{ kind: "pageBreak" } as const]),
    { kind: "heading", level: 1, text: at === 0 ? institution : say("export.form.section", { title, institution }) },
    { kind: "facts", lines: heading },
    { kind: "table", table, isForm: true },
    signatures(say),
  ]);
  return [
    ...parts,
    ...(parts.length === 0 ? [] : [{ kind: "pageBreak" } as const]),
    { kind: "heading", level: 1, text: say("export.form.basis") },
    { kind: "facts", lines: [say("export.form.basisNote")] },
  ];
}

export function listPaper(lines: readonly ListLine[], facts: ListFacts, say: Say): Paper {
  const blocks: readonly Block[] = [
    ...forms(lines, facts, say),
    { kind: "facts", lines: listFactLines(lines, facts, say) },
    { kind: "table", table: listTable(facts.list, lines, say, citationText, "page") },
    { kind: "facts", lines: listRules(facts, say) },
    ...whoseMoney(lines, say),
    { kind: "heading", level: 2, text: say("report.sources.title") },
    { kind: "table", table: sourceTable(facts.sources, say) },
    signatures(say),
  ];
  return { title: say(listTitleKeys[facts.list]), isLandscape: true, footer: facts.footer, blocks };
}
