// What was planted about homes, hotels and cafés stands in the demo's files and is found by the command line.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoTruth, writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import type { AddressRun, PlacePeople } from "../../../shared/resolve/addressCalls.ts";
import type { StaysDocument } from "../../../shared/trace/stayCalls.ts";
import { runHere } from "../workspace/runHere.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-homes-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let truth: DemoTruth;
let path: string;
let run: AddressRun;

async function json<T>(...args: string[]): Promise<T> {
  const { code, out, complaint } = await runHere([...args, "--json"]);
  if (code !== 0) throw new Error(`${args.join(" ")}: ${out}${complaint}`);
  return JSON.parse(out) as T;
}

describe("homes, hotels and cafés of the demo", () => {
  beforeAll(async () => {
    const { files, truth: planted } = await writeDemoFiles(at("files"), { scale: 0.3, seed: 1 });
    truth = planted;
    path = at("homes.caseweave");
    const wanted = files.filter((name) => /^(标准地址|实有人口|旅馆住宿|网吧上网)/.test(name));
    expect(wanted).toHaveLength(4);
    await json("import", path, ...wanted.map((name) => join(at("files"), name)));
    run = await json<AddressRun>("addresses", "match", path);
  }, 120_000);

  it("matches nearly every home, however clerks wrote it", () => {
    const { sure, doubtful, none } = run.counts;
    expect(sure / (sure + doubtful + none)).toBeGreaterThan(0.6); // hotels and cafés have no address
    expect(sure).toBeGreaterThan(60);
  });

  it("finds the members of a ring who live in one building under different spellings", async () => {
    expect(truth.buildings.length).toBeGreaterThan(0);
    for (const { building, people } of truth.buildings) {
      const found = await json<PlacePeople>("addresses", "people", path, building);
      expect(found.level).toBe("building");
      expect(found.people.map(({ entity }) => entity)).toEqual(expect.arrayContaining([...people]));
      expect(new Set(found.people.map(({ written }) => written.label)).size).toBe(people.length);
    }
  }, 60_000);

  it("finds who sat side by side, first of all the company that each had", async () => {
    expect(truth.neighbours.length).toBeGreaterThan(0);
    for (const { a, b, times } of truth.neighbours) {
      const [first] = (await json<StaysDocument>("stays", path, "--person", a)).pairs;
      expect([first!.b, first!.nights.filter(({ closeness }) => closeness.some(({ kind }) => kind === "next-seat")).length]).toEqual([
        b,
        times,
      ]);
    }
  }, 60_000);

  it("finds who shared rooms", async () => {
    expect(truth.roommates.length).toBeGreaterThan(0);
    for (const { a, b, times } of truth.roommates.slice(0, 5)) {
      const { pairs } = await json<StaysDocument>("stays", path, "--person", a);
      const pair = pairs.find((one) => one.b === b)!;
      expect(pair.nights.filter(({ closeness }) => closeness.some(({ kind }) => kind === "same-room")).length).toBe(times);
      expect(pair.bits).toBeGreaterThan(10);
    }
  }, 60_000);
});
