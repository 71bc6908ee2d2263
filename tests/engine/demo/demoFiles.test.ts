// The demo data: the same seed gives the same bytes, and what the truth says stands in the files.
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DemoFiles, writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { areaCodes, identityCheck, luhnDigit, mobilePrefixes, plateHeads } from "../../../electron/engine/demo/numbers.ts";
import { banks, settlementAccounts } from "../../../electron/engine/demo/people.ts";

const folders: string[] = [];

async function writeTo(scale: number, seed: number): Promise<DemoFiles & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "demo-test-"));
  folders.push(folder);
  return { folder, ...(await writeDemoFiles(folder, { scale, seed })) };
}

async function hashesOf({ folder, files, lateFiles, map }: { folder: string } & DemoFiles): Promise<string[]> {
  const names = [...files, ...lateFiles, map, "truth.json"];
  return Promise.all(
    names.map(
      async (name) =>
        `${name} ${createHash("sha256")
          .update(await readFile(join(folder, name)))
          .digest("hex")}`,
    ),
  );
}

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

async function workbookText(bytes: Uint8Array): Promise<string> {
  const { sheets } = await readXlsx(bytes);
  return sheets.flatMap((sheet) => sheet.rows.map((row) => row.join("\t"))).join("\n");
}

async function textOf(name: string, bytes: Uint8Array): Promise<string> {
  if (name.endsWith(".xlsx")) return workbookText(bytes);
  if (name.endsWith(".zip")) {
    const inner = await Promise.all(Object.entries(unzipSync(bytes)).map(([path, content]) => textOf(path, content)));
    return inner.join("\n");
  }
  return decode(bytes, /基站表|登录日志|卡口过车/.test(name) ? "utf-8" : "gb18030");
}

let world: DemoFiles & { readonly folder: string };
const texts = new Map<string, string>();
const textNamed = (start: string): string => [...texts].find(([name]) => name.startsWith(start))![1];

beforeAll(async () => {
  world = await writeTo(0.3, 1);
  for (const name of [...world.files, ...world.lateFiles]) texts.set(name, await textOf(name, await readFile(join(world.folder, name))));
});

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe("repeatability", () => {
  test("the same seed gives the same bytes in every file, whenever it is written", async () => {
    expect(await hashesOf(await writeTo(0.3, 1))).toEqual(await hashesOf(world));
  });

  test("another seed gives other bytes in every file", async () => {
    const mine = new Set(await hashesOf(world));
    const others = await hashesOf(await writeTo(0.3, 2));
    const isBorder = (hash: string) => hash.includes(".geojson ");
    expect(others.filter((hash) => mine.has(hash) && !isBorder(hash))).toEqual([]);
  });

  test("twice the scale gives twice the cases, in files of a second county with numbers of its own", async () => {
    const { truth, files } = await writeTo(1.1, 3);
    expect(truth.cases.length).toBe(880);
    expect(new Set(truth.cases).size).toBe(880);
    expect(files.filter((name) => name.includes("_002")).length * 2).toBe(files.length);
  });
});

describe("truth", () => {
  test("every case of the truth stands in the case sheet, and last night's nine only in last night's", () => {
    const night = new Set(world.truth.lastNight);
    const [ledger, report] = [textNamed("案件台账"), textNamed("昨夜警情")];
    expect(world.truth.lastNight.length).toBe(9);
    for (const number of world.truth.cases)
      expect([number, ledger.includes(number), report.includes(number)]).toEqual([number, !night.has(number), night.has(number)]);
  });

  test("one of last night's nine belongs to a series", () => {
    const members = new Set(world.truth.series.flatMap((series) => series.cases));
    expect(world.truth.lastNight.filter((number) => members.has(number))).toHaveLength(1);
  });

  test("no case belongs to two series, and every series has at least two", () => {
    const members = world.truth.series.flatMap((series) => series.cases);
    expect(new Set(members).size).toBe(members.length);
    expect(world.truth.series.every((series) => series.cases.length >= 2)).toBe(true);
  });

  test("a shared handset stands in the call records under each of its numbers", () => {
    const calls = `${textNamed("话单_移动")}\n${textNamed("话单_电信")}`.split("\n");
    expect(world.truth.sharedDevices.length).toBeGreaterThan(0);
    for (const { imei, phones } of world.truth.sharedDevices) {
      for (const phone of phones) expect(calls.some((row) => row.startsWith(phone.slice(6)) && row.includes(imei.slice(7)))).toBe(true);
    }
  });

  test("a changed number keeps its handset, and cases of the series name it before and after", () => {
    const calls = `${textNamed("话单_移动")}\n${textNamed("话单_电信")}`.split("\n");
    expect(world.truth.numberChanges.length).toBeGreaterThan(0);
    for (const change of world.truth.numberChanges) {
      expect(change.casesBefore.length * change.casesAfter.length).toBeGreaterThan(0);
      for (const phone of [change.old, change.new])
        expect(calls.some((row) => row.startsWith(phone.slice(6)) && row.includes(change.imei.slice(7)))).toBe(true);
    }
  });

  test("each twin stands in the case sheet twice, once without its case number", () => {
    const rows = textNamed("案件台账").split("\n");
    for (const { case: number, incident } of world.truth.twins) {
      const told = rows.filter((row) => row.includes(incident));
      expect(told.map((row) => row.includes(number)).sort()).toEqual([false, true]);
    }
  });
});

describe("rings", () => {
  const everything = (): string => [...texts].map(([, text]) => text).join("\n");

  test("each member of a planted ring stands once in it and leaves a trace in some file", () => {
    const all = everything();
    expect(world.truth.rings.length).toBeGreaterThan(2);
    for (const { members } of world.truth.rings) {
      expect(new Set(members.map(({ person }) => person)).size).toBe(members.length);
      for (const { person, phone } of members)
        expect([person, all.includes(person.slice("person:".length)) || all.includes(phone.slice("phone:".length))]).toEqual([
          person,
          true,
        ]);
    }
  });

  test("who sold a number stands as its owner in the carrier's answer, most of them", () => {
    const rows = textNamed("机主信息").split("\n");
    const sold = world.truth.rings.flatMap(({ sellers }) =>
      sellers.flatMap(({ person, sold }) =>
        sold.filter((ref) => ref.startsWith("phone:")).map((ref) => [person.slice(7), ref.slice(6)] as const),
      ),
    );
    expect(sold.length).toBeGreaterThan(3);
    const told = sold.filter(([owner, number]) => rows.some((row) => row.includes(owner) && row.includes(number)));
    expect(told.length / sold.length).toBeGreaterThan(0.7);
  });

  test("victims and those who only sold are no organisers: roles of a ring are its own", () => {
    const members = world.truth.rings.flatMap((ring) => ring.members.map(({ person }) => person));
    expect(new Set(members).size).toBe(members.length);
  });
});

describe("numbers", () => {
  const all = (): string => [...texts].map(([, text]) => text).join("\n");

  test("cards and accounts of the truth have valid check digits under the demo's prefixes", () => {
    const cards = world.truth.rings.flatMap((ring) => ring.accounts.map(({ ref }) => ref.slice("account:".length)));
    for (const card of cards) {
      expect(luhnDigit(card.slice(0, -1))).toBe(card.at(-1));
      expect(banks.some((bank) => card.startsWith(bank.bin))).toBe(true);
    }
  });

  test("every identity number has a valid check character and an area that is nobody's", () => {
    const found = [...new Set(all().match(/(?<!\d)\d{6}(?:19|20)\d{9}[\dX](?![\dX])/g))];
    expect(found.length).toBeGreaterThan(500);
    const ours = found.filter((number) => areaCodes.some((area) => number.startsWith(area)));
    for (const number of ours) expect(identityCheck(number.slice(0, 17))).toBe(number[17]);
    expect(ours.length).toBe(found.length);
  });

  test("no mobile number stands outside the invented prefixes", () => {
    const found = new Set(all().match(/(?<![\d.])1[3-9]\d{9}(?![\d.])/g));
    expect([...found].filter((phone) => !mobilePrefixes.some((prefix) => phone.startsWith(prefix)))).toEqual([]);
  });

  test("plates use letters that were never given out, and domains end in .example", () => {
    const plates = textNamed("卡口过车").match(/[\u4e00-\u9fff][A-Z]\d{5}/g)!;
    expect(plates.filter((plate) => !plateHeads.some((head) => plate.startsWith(head)))).toEqual([]);
    const hosts = all().match(/https?:\/\/[^/\s]+/g)!;
    expect(hosts.filter((host) => !host.endsWith(".example"))).toEqual([]);
  });

  test("settlement accounts meet many cases' money, and none of them is anybody's clue", () => {
    const clues = new Set(world.truth.series.flatMap((series) => series.clues.payees.map(({ ref }) => ref)));
    expect(settlementAccounts.filter(({ number }) => clues.has(`account:${number}`))).toEqual([]);
    expect(all().split(settlementAccounts[0]!.number).length).toBeGreaterThan(500);
  });
});
