// 资金流向报告: what was sent, that it adds up, level by level, where tracing ends, and the lists that follow from it.
import type { Citation } from "../../../../shared/model/source.ts";
import { citationText } from "../../../../shared/review/paper/citation.ts";
import { listTitleKeys } from "../../../../shared/review/paper/listPaper.ts";
import { listTable } from "../../../../shared/review/paper/listTable.ts";
import type { Block, Sentence } from "../../../../shared/review/paper/paper.ts";
import { clockText, groupDigits } from "../../../../shared/review/paper/plainText.ts";
import type { ListName } from "../../../../shared/trace/lists/index.ts";
import type { ListLine } from "../../../../shared/trace/lists/listLine.ts";
import type { MoneyDocument, TracedAccount } from "../../../../shared/trace/moneyDocument.ts";
import { policyKeys } from "../../../../shared/trace/policies/policyKeys.ts";
import { listTransferRows } from "../../store/sqlite/tables/listDetails.ts";
import { editable, heading, nameOf, paragraph, type ReportContext, type ReportParts } from "./reportContext.ts";

export interface MoneyFacts {
  readonly money: MoneyDocument;
  readonly lists: Readonly<Partial<Record<ListName, readonly ListLine[]>>>;
}

const amountTargets = ["amount", "credit", "debit"];
const accountTargets = ["counterparty.account", "to.account", "own.card", "own.account", "from.account", ...amountTargets];
const mostCited = 5;
const mostInLevel = 30;

type Flow = MoneyDocument["flows"][number];

function citeFlows({ citer, job: { db } }: ReportContext, flows: readonly Flow[]): Sentence["citations"] {
  return flows.flatMap(({ transfer, amount }) => citer.cite(listTransferRows(db, transfer), { value: amount, targets: amountTargets }));
}

const citeSeeds = ({ citer, job: { db } }: ReportContext, { seeds }: MoneyDocument): Sentence["citations"] =>
  seeds.flatMap(({ transfer, amount }) =>
    citer.cite(listTransferRows(db, transfer).slice(0, 1) as Citation[], { value: amount, targets: amountTargets }),
  );

function summary(context: ReportContext, money: MoneyDocument): Block[] {
  const { say } = context;
  const citations = citeSeeds(context, money);
  const cases = new Set(money.seeds.map((seed) => seed.case)).size;
  const { held, withdrawn, left } = money.accounted;
  const seeds = {
    count: money.seeds.length,
    cases,
    sum: groupDigits(money.seedAmount),
    currency: money.currency,
    policy: say(policyKeys[money.policy]),
  };
  return [
    heading(say("report.money.one")),
    paragraph(
      { text: say("report.money.seeds", seeds), citations },
      {
        text: say("report.money.accounted", { held: groupDigits(held), withdrawn: groupDigits(withdrawn), left: groupDigits(left) }),
        citations: citeFlows(context, money.flows.toSorted((a, b) => Number(b.traced) - Number(a.traced)).slice(0, mostCited)),
      },
    ),
    { kind: "facts", lines: [say("report.money.policyNote")] },
  ];
}

function accountSentence(context: ReportContext, money: MoneyDocument, account: TracedAccount): Sentence {
  const { say, job } = context;
  const incoming = money.flows.filter(({ to }) => to === account.entity).toSorted((a, b) => Number(b.traced) - Number(a.traced));
  const text = say("report.money.account", {
    name: nameOf(context, account.entity, account.name),
    bank: job.show.text(account.bank),
    received: groupDigits(account.received),
    passedOn: groupDigits(account.passedOn),
    held: groupDigits(account.held),
    at: clockText(account.firstAt),
    count: incoming.length,
  });
  return { text, citations: citeFlows(context, incoming.slice(0, mostCited)) };
}

function levels(context: ReportContext, money: MoneyDocument): Block[] {
  const { say } = context;
  const byLevel = [...Map.groupBy(money.accounts, ({ level }) => level)].sort(([a], [b]) => a - b);
  const blocks = byLevel.flatMap(([level, accounts]): Block[] => {
    const largest = accounts.toSorted((a, b) => Number(b.received) - Number(a.received));
    const items = largest.slice(0, mostInLevel).map((account) => accountSentence(context, money, account));
    const rest = largest.length - items.length;
    return [
      heading(say("report.money.level", { level, count: accounts.length }), 2),
      { kind: "points", items: items.filter(({ citations }) => citations.length > 0) },
      ...(rest > 0 ? [{ kind: "facts", lines: [say("report.money.rest", { count: rest })] } as const] : []),
    ];
  });
  return [heading(say("report.money.two")), ...blocks];
}

function ends(context: ReportContext, { next, flows }: MoneyDocument): Block[] {
  const { say } = context;
  const items = next.map(({ entity, amount, reason }): Sentence => {
    const key = reason === "pool" ? "report.money.pool" : "report.money.unknown";
    const incoming = flows.filter(({ to }) => to === entity).slice(0, mostCited);
    return { text: say(key, { name: nameOf(context, entity, ""), amount: groupDigits(amount) }), citations: citeFlows(context, incoming) };
  });
  return [
    heading(say("report.money.three")),
    { kind: "facts", lines: [say("report.money.endNote")] },
    { kind: "points", items: items.filter(({ citations }) => citations.length > 0) },
  ];
}

function listBlocks(context: ReportContext, lists: MoneyFacts["lists"]): Block[] {
  const { say, citer } = context;
  return (Object.entries(lists) as [ListName, readonly ListLine[]][]).flatMap(([list, lines]): Block[] => {
    if (lines.length === 0) return [];
    const table = listTable(list, lines, say, citationText, "upright");
    const citations = lines.map(({ account, sources }) => citer.cite(sources, { value: account, targets: accountTargets }));
    return [heading(say(listTitleKeys[list]), 2), { kind: "table", table, citations }];
  });
}

export function writeMoneyReport(context: ReportContext, { money, lists }: MoneyFacts, figure: Block | null): ReportParts {
  const { say } = context;
  return {
    title: say("report.money.title"),
    blocks: [
      ...summary(context, money),
      ...(figure === null ? [] : [figure]),
      ...levels(context, money),
      ...ends(context, money),
      heading(say("report.money.four")),
      ...listBlocks(context, lists),
      heading(say("report.money.five")),
      editable(context, "next", "report.merge.nextPrompt"),
    ],
  };
}
