// Rules: each name has its finder here; what is found is decided by the pure rule beside its declaration.
import { factText } from "../../../../shared/review/watch/hit.ts";
import { findFanIns } from "../../../../shared/review/watch/rules/fanIn.ts";
import { findFastOuts } from "../../../../shared/review/watch/rules/fastOut.ts";
import { type RuleName, watchRules } from "../../../../shared/review/watch/rules/index.ts";
import { ruleValues } from "../../../../shared/review/watch/rules/rule.ts";
import type { AccountMovement } from "../../store/sqlite/tables/freshFacts.ts";
import type { Finder, Import, RuleHit, SubjectOf } from "./finder.ts";
import { nearSceneHits } from "./findNearScene.ts";
import { type PaidAccount, paidAccounts } from "./victimPayments.ts";

type Values = Readonly<Record<string, number>>;

const placed = ({ at, utcOffset, sourceId, row }: AccountMovement) => ({ at, utcOffset, sourceId, row });

function* fanInsOf({ ref, movements, isVictim, isNew }: PaidAccount, payers: number, hours: number): Generator<RuleHit> {
  const payments = movements.filter(({ fen, other }) => fen > 0 && isVictim(other));
  for (const { index, payers: count } of findFanIns(
    payments.map(({ at, other }) => ({ at, payer: other! })),
    { payers, hours },
  )) {
    const last = payments[index]!;
    const inTime = payments.slice(0, index + 1).filter(({ at }) => at >= last.at - hours * 3_600_000);
    if (!inTime.some(isNew)) continue;
    const fen = inTime.reduce((sum, one) => sum + (one.currency === last.currency ? one.fen : 0), 0);
    const detail = { entity: ref, other: last.otherRef ?? "", count, fen, currency: last.currency };
    yield { code: "fan-in", fact: factText("fan-in", ref, last.otherRef, last.at, last.fen, last.mark), ...placed(last), detail };
  }
}

function* fastOutsOf({ ref, movements, isVictim, isNew }: PaidAccount, limits: Parameters<typeof findFastOuts>[1]): Generator<RuleHit> {
  for (const currency of new Set(movements.map((one) => one.currency))) {
    const own = movements.filter((one) => one.currency === currency);
    for (const { index, percent, minutes } of findFastOuts(own, limits)) {
      const paid = own[index]!;
      if (!isVictim(paid.other) || !own.some((one) => isNew(one) && one.at >= paid.at && one.at <= paid.at + limits.minutes * 60_000))
        continue;
      const detail = {
        entity: ref,
        other: paid.otherRef ?? "",
        fen: paid.fen,
        currency,
        percent: Math.round(percent),
        minutes: Math.round(minutes),
      };
      yield { code: "fast-out", fact: factText("fast-out", ref, paid.otherRef, paid.at, paid.fen, paid.mark), ...placed(paid), detail };
    }
  }
}

const ruleFinders: Readonly<Record<RuleName, (brought: Import, values: Values) => Iterable<RuleHit>>> = {
  *"fan-in"(brought, { payers, hours }) {
    for (const account of paidAccounts(brought)) yield* fanInsOf(account, payers!, hours!);
  },
  *"fast-out"(brought, { yuan, percent, minutes }) {
    for (const account of paidAccounts(brought)) yield* fastOutsOf(account, { yuan: yuan!, percent: percent!, minutes: minutes! });
  },
  "near-scene": (brought, { metres }) => nearSceneHits(brought, metres!),
};

export const findRuleHits: Finder<SubjectOf<"rule">> = function* (brought, watches) {
  for (const { id, subject } of watches)
    for (const hit of ruleFinders[subject.rule](brought, ruleValues(watchRules[subject.rule], subject.values))) yield { watch: id, ...hit };
};
