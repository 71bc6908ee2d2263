// A figure of the period beside those of the period before and of a year before, in words.
import { fenOf } from "../../../../shared/model/money.ts";
import type { CitedTable } from "../../../../shared/review/brief/briefCounts.ts";
import type { Say } from "../../../../shared/review/paper/say.ts";
import type { Figures } from "./briefContext.ts";

export interface Beside {
  readonly now: number;
  readonly last: number | null;
  readonly year: number | null;
}

const fenIn = (amount: string | null): number | null => (amount === null ? null : fenOf(amount));

/** Sums of a table in fen. */
export function besideOf({ table }: CitedTable): Beside {
  const { amount, lastAmount, yearAmount } = table.total;
  return { now: fenIn(amount) ?? 0, last: fenIn(lastAmount), year: fenIn(yearAmount) };
}

function changeWord(now: number, before: number, say: Say): string {
  if (before === 0) return now === 0 ? say("brief.change.same") : say("brief.change.fromNone");
  if (now === before) return say("brief.change.same");
  const percent = ((Math.abs(now - before) / before) * 100).toFixed(1);
  return now > before ? say("brief.change.up", { percent }) : say("brief.change.down", { percent });
}

/** `上期 10 起，上升 20.0%；去年同期 8 起，…`; says so where there is nothing to compare with. */
export function againstText({ now, last, year }: Beside, show: (value: number) => string, say: Say): string {
  const parts = [
    ...(last === null ? [] : [say("brief.against.last", { value: show(last), change: changeWord(now, last, say) })]),
    ...(year === null ? [] : [say("brief.against.year", { value: show(year), change: changeWord(now, year, say) })]),
  ];
  return parts.length === 0 ? say("brief.against.none") : parts.join(say("brief.semicolon"));
}

/** The same as figures. */
export const besideFigures = ({ now, last, year }: Beside, name: string): Figures => ({
  [name]: now,
  ...(last !== null && { [`${name}Last`]: last }),
  ...(year !== null && { [`${name}Year`]: year }),
});
