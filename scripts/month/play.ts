// The play: what stood there before the month, watches on it, then the month day by day at one desk and at once at another.
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { rawSql } from "../../electron/engine/store/sqlite/sql.ts";
import type { BriefDocument } from "../../shared/review/briefCalls.ts";
import { dayText, parseDay } from "../../shared/review/statistics/period.ts";
import { cutMonth } from "./cut.ts";
import type { Month } from "./cutShape.ts";
import { bring, type Desk, openDesk } from "./desk.ts";
import { watchAll } from "./watching.ts";

export interface PlaySize {
  readonly scale: number;
  readonly seed: number;
  readonly first: string;
  readonly last: string;
  /** Beside it a desk at which everything is found anew every seventh evening. */
  readonly withWeekly?: boolean;
}

export interface Play {
  readonly month: Month;
  readonly daily: Desk;
  readonly once: Desk;
  readonly weekly: Desk | null;
  readonly watches: number;
  /** The briefing of each day as it stood that evening. */
  readonly evenings: ReadonlyMap<string, BriefDocument>;
}

export const evening = (day: string): number => Date.parse(`${day}T23:30:00+08:00`);

export function daysBetween(first: string, last: string): readonly string[] {
  const from = parseDay(first)!;
  return Array.from({ length: parseDay(last)! - from + 1 }, (_, i) => dayText(from + i));
}

/** Everything that is found by a run. */
export async function study({ ask }: Desk): Promise<void> {
  await ask("resolve.runResolution", { kind: "person" });
  await ask("link.runLinkage", {});
  await ask("group.runSeries", {});
  await ask("group.findRings", {});
}

/** New alerts are seen the same evening; those of two days before are handled, every third of them dismissed with a reason. */
async function workAlerts({ ask }: Desk, day: string): Promise<void> {
  const { items } = await ask("review.listAlerts", { state: "open", limit: 1000 });
  const mark = async (alerts: readonly { readonly id: number }[], state: "seen" | "handled" | "dismissed", reason = "") => {
    if (alerts.length > 0) await ask("review.markAlerts", { alerts: alerts.map(({ id }) => id), state, reason });
  };
  const isOld = ({ raisedAt }: { readonly raisedAt: string }) => Date.parse(raisedAt) < evening(day) - 86_400_000;
  const old = items.filter(isOld);
  await mark(
    items.filter((item) => item.state === "new" && !isOld(item)),
    "seen",
  );
  await mark(
    old.filter(({ id }) => id % 3 !== 0),
    "handled",
  );
  await mark(
    old.filter(({ id }) => id % 3 === 0),
    "dismissed",
    "与案件无关",
  );
}

async function playDays(desk: Desk, month: Month, onDay: (day: string) => void): Promise<ReadonlyMap<string, BriefDocument>> {
  const evenings = new Map<string, BriefDocument>();
  for (const day of daysBetween(month.first, month.last)) {
    desk.now = evening(day);
    await bring(desk, month, day, day);
    await workAlerts(desk, day);
    evenings.set(day, await desk.ask("brief.read", { from: day, to: day }));
    onDay(day);
  }
  return evenings;
}

/** Who can be asked about: the victims whose money is traced furthest, a number with calls, a guest with stays. */
export function subjectsOf(path: string): { readonly cases: readonly string[]; readonly phone: string; readonly guest: string } {
  const db = openWorkspaceFile(path, { readOnly: true });
  try {
    const refs = (text: string) => db.all<{ ref: string }>(rawSql(text)).map(({ ref }) => ref);
    const busiest = (table: string, end: string) =>
      refs(
        `SELECT e.kind || ':' || e.key AS ref FROM ${table} t JOIN entity e ON e.id = t.${end} WHERE e.key NOT LIKE '#%' GROUP BY e.id ORDER BY count(*) DESC, e.key LIMIT 1`,
      )[0]!;
    const cases =
      refs(`SELECT 'case:' || c.key AS ref FROM link l JOIN entity c ON c.id = l.to_id AND c.kind = 'case' JOIN link o ON o.from_id = l.from_id AND o.kind = 'owns'
      JOIN transfer t ON t.from_id = o.to_id WHERE l.kind = 'involved-in' AND l.role = 'victim' GROUP BY c.id ORDER BY count(*) DESC, c.key LIMIT 3`);
    return { cases, phone: busiest("call", "from_id"), guest: busiest("stay", "person_id") };
  } finally {
    db.close();
  }
}

/** Every seventh evening what was found is found anew: series and rings of the weeks before are kept, grow or part. */
const isRunDay = (day: string, first: string): boolean => (parseDay(day)! - parseDay(first)! + 1) % 7 === 0;

async function playWeeks(desk: Desk, month: Month, onDay: (day: string) => void): Promise<Desk> {
  for (const day of daysBetween(month.first, month.last)) {
    desk.now = evening(day);
    await bring(desk, month, day, day);
    if (isRunDay(day, month.first)) await study(desk);
    onDay(day);
  }
  await study(desk);
  return desk;
}

/** The caller closes the desks. */
export async function playMonth(folder: string, size: PlaySize, onDay: (day: string) => void = () => {}): Promise<Play> {
  const month = await cutMonth(folder, size);
  const { first, last } = month;
  const eve = dayText(parseDay(first)! - 1);
  const base = await openDesk(join(folder, "base.caseweave"), evening(eve));
  await bring(base, month, "0000-00-00", eve);
  await study(base);
  base.now++;
  const watches = await watchAll(base, join(folder, "whole.caseweave"));
  await base.engine.close();
  const at = (name: string) => join(folder, `${name}.caseweave`);
  for (const name of ["daily", "once", "weekly"]) copyFileSync(base.path, at(name));
  const daily = await openDesk(at("daily"), evening(eve));
  const evenings = await playDays(daily, month, onDay);
  const once = await openDesk(at("once"), evening(last));
  await bring(once, month, first, last);
  await study(daily);
  await study(once);
  const weekly = size.withWeekly ? await playWeeks(await openDesk(at("weekly"), evening(eve)), month, onDay) : null;
  return { month, daily, once, weekly, watches, evenings };
}
