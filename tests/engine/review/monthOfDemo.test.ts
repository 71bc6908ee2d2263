// Two weeks of the demo county day by day – cases, statements of every bank, wallets, calls, captures, stays, logins, registers; alerts worked on; the briefing of
// the day – against the same two weeks at once: facts, pairs, series, rings, money, alerts and briefings are the same. `npm run month` plays the whole month.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareDesks, compareEvenings } from "../../../scripts/month/compare.ts";
import { daysBetween, type Play, playMonth } from "../../../scripts/month/play.ts";
import { readAlertFacts, readFacts, readResults } from "../../../scripts/month/told.ts";
import type { BriefDocument } from "../../../shared/review/briefCalls.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder("all");
const [first, last] = ["2026-10-12", "2026-10-25"] as const;
let play: Play;

beforeAll(async () => {
  play = await playMonth(at("."), { scale: 0.05, seed: 3, first, last });
}, 900_000);
afterAll(() => Promise.all([play?.daily.engine.close(), play?.once.engine.close()]));

const reportedIn = ({ sections }: BriefDocument): number =>
  Number(
    sections.flatMap(({ blocks }) => blocks).flatMap((block) => ("sentences" in block ? block.sentences : []))[0]?.figures?.["count"] ?? 0,
  );

describe("two weeks day by day and at once", () => {
  it("hold rows of every kind that a unit gets by day", () => {
    const kinds = new Set(play.month.cuts.filter(({ rows }) => rows.some(({ day }) => day >= first)).map(({ rowKind }) => rowKind));
    for (const kind of [
      "case",
      "involvement",
      "person",
      "transfer",
      "account",
      "call",
      "phone",
      "stay",
      "capture",
      "login",
      "place",
      "address",
    ])
      expect([...kinds], kind).toContain(kind);
    const statements = play.month.cuts
      .filter(({ rowKind }) => rowKind === "transfer")
      .map(({ mapping }) => JSON.stringify(mapping.columns));
    expect(new Set(statements).size).toBeGreaterThanOrEqual(3);
  });

  it("say the same: facts, identities, pairs, series, rings, money, calls, meetings, stays, alerts, the briefing", {
    timeout: 300_000,
  }, async () => {
    expect(await compareDesks(play)).toEqual([]);
    for (const [part, lines] of Object.entries({ ...readFacts(play.daily.path), ...readResults(play.daily.path) }))
      if (part !== "reversals") expect(lines.length, part).toBeGreaterThan(3);
  });

  it("raise alerts of every kind of watch, none of them twice", () => {
    const facts = readAlertFacts(play.daily.path);
    expect(new Set(facts).size).toBe(facts.length);
    const kinds = new Set(
      facts.map((fact) => JSON.parse((JSON.parse(fact) as { subject: string }).subject) as { kind: string }).map(({ kind }) => kind),
    );
    expect([...kinds].sort()).toEqual(["entity", "place", "rule", "series", "words"]);
    expect(facts.length).toBeGreaterThan(100);
  });

  it("keep what became of an alert by day: an evening's briefing says later what it said that evening", { timeout: 300_000 }, async () => {
    expect(await compareEvenings(play)).toEqual([]);
    const { counts } = await play.daily.ask("review.listAlerts", { state: "all" });
    for (const state of ["seen", "handled", "dismissed"] as const) expect(counts[state], state).toBeGreaterThan(0);
    expect(counts.new).toBe(0);
  });

  it("count every case on the day on which it was reported", { timeout: 300_000 }, async () => {
    const days = daysBetween(first, last).map((day) => reportedIn(play.evenings.get(day)!));
    const whole = reportedIn(await play.once.ask("brief.read", { from: first, to: last }));
    expect(days.reduce((sum, count) => sum + count, 0)).toBe(whole);
    expect(whole).toBeGreaterThan(0);
    for (const brief of play.evenings.values()) expect(brief.uncited).toBe(0);
  });
});
