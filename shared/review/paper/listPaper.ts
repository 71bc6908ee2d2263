// A list of a money trace as a page to sign: what it is about, its sum by currency, the table, who signs.
import { decimalOf, fenOf } from "../../model/money.ts";
import type { ListName } from "../../trace/lists/index.ts";
import type { ListLine } from "../../trace/lists/listLine.ts";
import { type CitedSource, citationText, sourceTable } from "./citation.ts";
import { groupDigits, listTable } from "./listTable.ts";
import type { Block, Paper } from "./paper.ts";
import type { Say } from "./say.ts";

export interface ListFacts {
  readonly list: ListName;
  /** What was asked about, as people read it. */
  readonly subject: string;
  /** `trace.policy.…`. */
  readonly policy: string;
  /** Moment of the list as it is printed; "" where nothing was traced. */
  readonly asOf: string;
  readonly footer: string;
  /** The sources that the lines cite. */
  readonly sources: readonly CitedSource[];
}

export const listTitleKeys: Readonly<Record<ListName, string>> = {
  stop: "export.list.stop",
  freeze: "export.list.freeze",
  request: "export.list.request",
  return: "export.list.return",
};

/** The rule that the list follows, printed under it. */
const ruleKeys: Readonly<Record<ListName, string>> = {
  stop: "export.list.stopRule",
  freeze: "export.list.freezeRule",
  request: "export.list.requestRule",
  return: "export.list.returnRule",
};

function sums(lines: readonly ListLine[]): string {
  const byCurrency = Map.groupBy(lines, ({ currency }) => currency);
  return [...byCurrency]
    .map(([currency, same]) => `${groupDigits(decimalOf(same.reduce((sum, { amount }) => sum + (fenOf(amount) ?? 0), 0)))} ${currency}`)
    .join(" + ");
}

/** Lines under the title, the same in every format. */
export function listFactLines(lines: readonly ListLine[], { subject, policy, asOf }: ListFacts, say: Say): readonly string[] {
  return [
    say("export.list.subject", { subject, policy: say(policy) }),
    say("export.list.moment", { at: asOf === "" ? "—" : asOf, count: lines.length, sum: lines.length === 0 ? "0.00" : sums(lines) }),
  ];
}

export function listPaper(lines: readonly ListLine[], facts: ListFacts, say: Say): Paper {
  const blocks: readonly Block[] = [
    { kind: "facts", lines: listFactLines(lines, facts, say) },
    { kind: "table", table: listTable(facts.list, lines, say, citationText) },
    { kind: "facts", lines: [say(ruleKeys[facts.list])] },
    { kind: "heading", level: 2, text: say("report.sources.title") },
    { kind: "table", table: sourceTable(facts.sources, say) },
    {
      kind: "signatures",
      words: [say("export.sign.by"), say("export.sign.checked"), say("export.sign.approved"), say("export.sign.date")],
    },
  ];
  return { title: say(listTitleKeys[facts.list]), isLandscape: true, footer: facts.footer, blocks };
}
