// A stored value as the preview prints it.
import type { Translate } from "../../i18n/index.ts";
import { formatMoney, formatTime } from "../../parts/index.ts";

const figures = /amount|debit|credit|balance|loss|stopped|frozen|returned|duration/;
const sideKeys: Readonly<Record<string, string>> = { in: "import.side.in", out: "import.side.out", neutral: "import.side.neutral" };

export const isFigure = (target: string): boolean => figures.test(target);

/** Times without their offset (and, where room is short, without their year), money with groups; the tooltip has the value in full. */
export function printValue(t: Translate, target: string, value: string, isFull = false): string {
  const side = target === "direction" ? sideKeys[value] : undefined;
  if (side !== undefined) return t(side);
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return formatTime(value, "second").slice(isFull ? 0 : 5);
  return isFigure(target) && !target.endsWith("duration") && value !== "" ? formatMoney(value) : value;
}
