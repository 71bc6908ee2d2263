// Whose money is in an account: by case the victims, what they paid from where, what is here of it, what the case records, the way it came.
import { decimalOf, fenOf } from "../../model/money.ts";
import type { TracedAccount, TracedFlow } from "../moneyDocument.ts";
import { findWays } from "./findWays.ts";
import type { CaseDetails, Claim, ListContext, Payer, RecordedSums, WayStep } from "./listLine.ts";

/** Three stops of 48 hours: what was stopped longer ago is stopped no more, unless it was frozen. */
export const longestStop = 3 * 48 * 3_600_000;

type BySeed = TracedAccount["bySeed"][number];

interface CaseShare {
  readonly case: string | null;
  readonly fen: number;
  readonly parts: readonly BySeed[];
}

/** What an account holds of each case, the largest first. */
export function sharesOf({ money }: Pick<ListContext, "money">, account: Pick<TracedAccount, "bySeed">): CaseShare[] {
  const byCase = Map.groupBy(account.bySeed, ({ seed }) => money.seeds[seed]!.case);
  return [...byCase]
    .map(([owner, parts]) => ({ case: owner, parts, fen: parts.reduce((sum, { held }) => sum + fenOf(held)!, 0) }))
    .filter(({ fen }) => fen > 0)
    .sort((a, b) => b.fen - a.fen || ((a.case ?? "") < (b.case ?? "") ? -1 : 1));
}

/** One for a list: what is asked of every account again is kept. */
export function createClaims(context: ListContext): (account: Pick<TracedAccount, "entity" | "bySeed">) => Claim[] {
  const ways = new Map<number, ReturnType<typeof findWays>>();
  const wayOf = (seed: number) => {
    const known = ways.get(seed) ?? findWays(context.money, seed, context.seedsOf);
    ways.set(seed, known);
    return known;
  };
  const payments = new Map(context.money.flows.map((flow) => [flow.transfer, flow]));
  const seedsOfCase = Map.groupBy(context.money.seeds, (seed) => seed.case);
  return (account) =>
    sharesOf(context, account).map(({ case: owner, fen, parts }) => {
      const largest = parts.toSorted((a, b) => fenOf(b.held)! - fenOf(a.held)! || a.seed - b.seed)[0]!;
      const seeds = owner === null ? parts.map(({ seed }) => context.money.seeds[seed]!) : seedsOfCase.get(owner)!;
      const details = owner === null ? null : context.caseOf(owner);
      return {
        case: owner,
        victims: details?.victims ?? [],
        payers: payersOf(
          context,
          seeds.flatMap(({ transfer }) => payments.get(transfer) ?? []),
        ),
        paid: decimalOf(seeds.reduce((sum, { amount }) => sum + fenOf(amount)!, 0)),
        paidAt: earliest(seeds.map(({ at }) => at)),
        share: decimalOf(fen),
        recorded: recordedOf(context, details),
        way: wayOf(largest.seed)(account.entity).map((flow) => toStep(context, flow)),
      };
    });
}

const earliest = (times: readonly (string | null)[]): string | null => times.filter((at) => at !== null).sort()[0] ?? null;

function payersOf(context: ListContext, payments: readonly TracedFlow[]): Payer[] {
  const byPayer = Map.groupBy(
    payments.filter(({ from }) => from !== null),
    ({ from }) => from!,
  );
  return [...byPayer].map(([entity, flows]) => {
    const { account, cards, name, bank } = context.accountOf(entity);
    return { account, cards, name, bank, paid: decimalOf(flows.reduce((sum, { amount }) => sum + fenOf(amount)!, 0)) };
  });
}

export const isStopOver = ({ asOf }: Pick<ListContext, "asOf">, { reportedAt }: Pick<CaseDetails, "reportedAt">): boolean =>
  reportedAt !== null && asOf - reportedAt > longestStop;

function recordedOf(context: ListContext, details: CaseDetails | null): RecordedSums {
  const decimal = (fen: number | null | undefined) => (fen == null ? null : decimalOf(fen));
  return {
    stopped: decimal(details?.stoppedFen),
    frozen: decimal(details?.frozenFen),
    returned: decimal(details?.returnedFen),
    isStopOver: details?.stoppedFen != null && isStopOver(context, details),
  };
}

function toStep({ accountOf, transferOf }: ListContext, { to, at, amount, transfer }: TracedFlow): WayStep {
  const { account, name, bank } = accountOf(to!);
  return { account, name, bank, at, amount, sources: transferOf(transfer).sources.slice(0, 1) };
}
