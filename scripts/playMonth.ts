// `npm run month [scale]`: plays a month of the demo day by day – the day's files of every kind, alerts, the briefing –, once more with everything found
// anew every week, and at once, and prints what differs.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareDesks, compareEvenings, compareWeekly } from "./month/compare.ts";
import { type Play, playMonth } from "./month/play.ts";
import { readAlertFacts } from "./month/told.ts";

const size = {
  scale: Number(process.argv[2] ?? 0.05),
  seed: Number(process.argv[3] ?? 3),
  first: "2026-10-01",
  last: "2026-10-31",
  withWeekly: true,
};
/** Lines of each side that are printed. */
const shown = 5;

async function report(play: Play): Promise<number> {
  const { month, watches } = play;
  const rows = month.cuts.reduce((sum, cut) => sum + cut.rows.filter(({ day }) => day >= month.first).length, 0);
  const alerts = readAlertFacts(play.daily.path).length;
  const differences = [...(await compareDesks(play)), ...(await compareWeekly(play))];
  const evenings = await compareEvenings(play);
  console.log(JSON.stringify({ sheets: month.cuts.length, rows, watches, alerts, differences: differences.length, evenings }));
  for (const { part, onlyDaily, onlyOnce } of differences) {
    console.log(`${part}: ${onlyDaily.length} only day by day, ${onlyOnce.length} only at once`);
    for (const line of onlyDaily.slice(0, shown)) console.log(`  < ${line}`);
    for (const line of onlyOnce.slice(0, shown)) console.log(`  > ${line}`);
  }
  return differences.length + evenings.length;
}

const folder = mkdtempSync(join(tmpdir(), "caseweave-month-"));
try {
  const play = await playMonth(folder, size, (day) => console.error(day));
  process.exitCode = (await report(play)) > 0 ? 1 : 0;
  await Promise.all([play.daily, play.once, play.weekly].map((desk) => desk?.engine.close()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
