// Message logs: as calls, without a length.
import { compileCall } from "../rows/callRow.ts";
import { callTargets } from "./call.ts";
import type { RowKindSpec } from "./target.ts";

export const messageKind: RowKindSpec = {
  rowKind: "message",
  targets: callTargets.filter(({ name }) => name !== "duration"),
  required: [
    ["time", "time.date"],
    ["caller", "callee", "other.phone"],
  ],
  telling: ["direction", "other.phone"],
  titles: ["短信", "彩信", "message", "sms"],
  compile: (plan) => compileCall(plan, "message"),
};
