// A query that a bank did not answer is a fact of the account that was asked for: "no reply from this bank", with its reason.
import { outcomeOf } from "../cells/words.ts";
import type { FactSink } from "../factSink.ts";
import type { RowPlan } from "../rowPlan.ts";

export const noReplyAttribute = "query.noReply";

const unanswered = /失败|未反馈|无反馈|没有反馈|超时|未查到|查无|无此|无记录|无交易|不存在|异常|拒绝|fail|timeout|no reply|not found/i;

/** What the result (or, where none is stated, the state) and the reason of a query say of the answer. */
export const isUnanswered = (result: string, reason: string): boolean =>
  outcomeOf(result) === "failed" || unanswered.test(result) || (result === "" && unanswered.test(reason));

export type NoReplyWriter = (account: number, bank: string, reason: string, label: string, row: number, sink: FactSink) => void;

/** Keeps it on the account, and counts it on the source under the bank's name. */
export function compileNoReply(plan: RowPlan): NoReplyWriter {
  return (account, bank, reason, label, row, sink) => {
    sink.attribute(account, noReplyAttribute, [bank, reason].filter((text) => text !== "").join(": ") || "true", row);
    plan.doubts.add("no-reply", bank, label);
  };
}
