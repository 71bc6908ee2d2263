// Why the check of a column does not understand a cell. Of identifiers the reasons are the kind's own.
import type { KindDoubt, KindReason } from "./kinds/kind.ts";

export const plainReasons = ["not-a-time", "not-a-clock", "not-a-duration", "not-a-number", "not-a-side"] as const;
export type CheckReason = (typeof plainReasons)[number] | KindReason | KindDoubt;
