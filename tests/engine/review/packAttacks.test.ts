// Pack files and runs that go wrong: each is refused with a sentence in both languages, and nothing of it is kept.
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listShipped } from "../../../electron/engine/review/pack/knownPacks.ts";
import { hashOfPack, packText, sealPack } from "../../../electron/engine/review/pack/packText.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import { longestPack, type Pack } from "../../../shared/review/pack/pack.ts";
import { catalogue } from "../../../shared/words.ts";
import { freshFolder } from "../folder.ts";
import { type OpenEngine, openEngine } from "../import/openEngine.ts";
import { refusalOf } from "./refusalOf.ts";

const at = freshFolder("all");
const shipped = listShipped().find(({ pack }) => pack.id === "pass-through-accounts")!.pack;
const own = (change: Record<string, unknown> = {}): Pack => sealPack({ ...shipped, id: "mine", ...change } as Pack);
const sealed = (value: Record<string, unknown>): string => JSON.stringify({ ...value, hash: hashOfPack(value) });
let engine: OpenEngine;

beforeAll(async () => {
  engine = await openEngine(at("attacked.caseweave"));
  writeFileSync(at("流水.csv"), shipped.test!.sheets[0]!.text);
  const { as, mapping } = shipped.test!.sheets[0]!;
  await engine.call("import.storeFiles", { paths: [at("流水.csv")], ...(as ? { as } : {}), ...(mapping ? { mapping } : {}) });
}, 120_000);
afterAll(() => engine.close());

const step = (change: Record<string, unknown>): string => packText(own({ steps: [{ ...shipped.steps[0]!, ...change }] }));
const section = (change: Record<string, unknown>): string => packText(own({ sections: [{ ...shipped.sections[0]!, ...change }] }));
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

/** What comes → the code, and some of the facts, of the refusal. */
const files: readonly (readonly [what: string, text: () => string, facts: Readonly<Record<string, unknown>>])[] = [
  ["no JSON", () => '{\n  "format": \n}', { code: "pack-unreadable", reasonKey: "pack.reason.json", line: 3 }],
  ["a list", () => "[]", { code: "pack-unreadable", reasonKey: "pack.reason.format" }],
  ["a newer version", () => JSON.stringify({ ...own(), version: 9, future: {} }), { code: "pack-newer", version: 9, known: 2 }],
  ["a version that is none", () => sealed({ ...own(), version: 0 }), { code: "pack-unreadable" }],
  ["a wrong hash", () => JSON.stringify({ ...own(), hash: "0".repeat(64) }), { code: "pack-changed" }],
  ["no hash at all", () => JSON.stringify({ ...own(), hash: undefined }), { code: "pack-changed" }],
  ["fifty megabytes", () => `${" ".repeat(50_000_000)}{}`, { code: "pack-unreadable", reasonKey: "pack.reason.long", most: longestPack }],
  [
    "a depth that nobody writes",
    () => packText(own()).replace('"author"', `"deep": ${nested(60)}, "author"`),
    { reasonKey: "pack.reason.deep" },
  ],
  ["a depth that ends programs", () => nested(300_000), { code: "pack-unreadable" }],
  [
    "a key that reaches into objects",
    () => packText(own()).replace('"with": {', '"with": { "__proto__": { "admin": true },'),
    { code: "pack-unreadable", reasonKey: "pack.reason.keyReaching", name: "__proto__" },
  ],
  [
    "a name that stands twice",
    () => packText(own()).replace('"id": "mine"', '"id": "harmless", "id": "mine"'),
    { code: "pack-unreadable", reasonKey: "pack.reason.keyTwice", name: "id" },
  ],
  ["a field that nobody knows", () => sealed({ ...own(), script: "rm -rf" }), { code: "pack-unreadable" }],
  [
    "two steps of one name",
    () => packText(own({ steps: [shipped.steps[0], shipped.steps[0]] })),
    { code: "pack-unreadable", reasonKey: "pack.reason.twice", name: "found" },
  ],
  ["a call that is none", () => step({ call: "group.findEverything" }), { code: "pack-call-unknown", call: "group.findEverything" }],
  ["a call of an object", () => step({ call: "constructor" }), { code: "pack-call-unknown", call: "constructor" }],
  ["a step that writes", () => step({ call: "review.addWatch" }), { code: "pack-call-unknown", call: "review.addWatch" }],
  ["a step that removes", () => step({ call: "import.removeSource" }), { code: "pack-call-unknown" }],
  ["a step that exports", () => step({ call: "review.exportList" }), { code: "pack-call-unknown" }],
  ["a step that runs packs", () => step({ call: "review.runPack" }), { code: "pack-call-unknown" }],
  ["an argument that the call has not", () => step({ with: { file: "/etc/passwd" } }), { code: "pack-argument-wrong", step: "found" }],
  ["an argument out of range", () => step({ with: { windowDays: -1 } }), { code: "pack-argument-wrong", call: "group.findMotifs" }],
  [
    "a path that leads nowhere",
    () => step({ with: { windowDays: { from: "parameters.nothing" } } }),
    { code: "pack-path-wrong", at: "steps.found.with.windowDays.from", path: "parameters.nothing" },
  ],
  ["a path with code in it", () => step({ with: { windowDays: { from: "parameters.x+1" } } }), { code: "pack-path-wrong" }],
  ["a list of a step that is not there", () => section({ step: "later" }), { code: "pack-path-wrong", at: "sections.accounts.step" }],
  ["a condition with code in it", () => section({ where: [{ field: "a()", is: "equal", value: 1 }] }), { code: "pack-path-wrong" }],
  [
    "a default outside its own range",
    () => packText(own({ parameters: shipped.parameters.map((one) => (one.kind === "number" ? { ...one, default: one.max + 1 } : one)) })),
    { code: "pack-parameter-wrong", reasonKey: "pack.reason.range" },
  ],
  [
    "a test of a list that it has not",
    () => packText(own({ test: { ...shipped.test!, expected: [{ ...shipped.test!.expected[0]!, section: "other" }] } })),
    { code: "pack-path-wrong", at: "test.expected.0.section" },
  ],
  ["a test without sheets", () => packText(own({ test: { ...shipped.test!, sheets: [] } })), { code: "pack-unreadable" }],
  [
    "a test whose sheet leaves its folder",
    () => packText(own({ test: { ...shipped.test!, sheets: [{ name: "../x.csv", text: "a" }] } })),
    { code: "pack-unreadable" },
  ],
  ["the name of a shipped one", () => packText(own({ id: "hotel-co-stay" })), { code: "pack-shipped" }],
];

describe("a pack file", () => {
  it.each(files)("that is %s is refused in both languages, and nothing is kept", { timeout: 120_000 }, async (_what, text, facts) => {
    const before = await engine.call("review.listPacks", {});
    const refused = await refusalOf(engine, "review.importPack", { text: text() });
    expect(refused).toMatchObject(facts);
    const sentence = catalogue[`error.${String(refused.code)}`]!;
    expect([sentence.zh, sentence.en].every((one) => one.length > 5)).toBe(true);
    const reason = refused.reasonKey;
    if (typeof reason === "string") expect(catalogue[reason]).toBeDefined();
    expect(await engine.call("review.listPacks", {})).toEqual(before);
    expect(Object.hasOwn(Object.prototype, "admin")).toBe(false);
  });

  it("whose test data cannot be read is refused by what is wrong with them", { timeout: 120_000 }, async () => {
    const test = { ...shipped.test!, sheets: [{ name: "空.csv", text: "\u0000\u0000" }] };
    expect((await refusalOf(engine, "review.importPack", { text: packText(own({ test })) })).code).toBeTypeOf("string");
    expect((await engine.call("review.listPacks", {})).some(({ pack }) => pack === "mine")).toBe(false);
  });
});

describe("a run", () => {
  const run = (context: Parameters<OpenEngine["call"]>[2] = {}) =>
    engine.call("review.runPack", { pack: "pass-through-accounts" }, context);
  const runs = async () => (await engine.call("review.readPack", { pack: "pass-through-accounts" })).runs.length;

  it("that is cancelled in the middle of a step keeps nothing", { timeout: 120_000 }, async () => {
    const before = await runs();
    const stop = new AbortController();
    const report = ({ phase }: { readonly phase: string }) => {
      if (phase === "pack") setImmediate(() => stop.abort(new CaseweaveError("cancelled")));
    };
    await expect(run({ signal: stop.signal, report })).rejects.toMatchObject({ code: "cancelled" });
    expect(await runs()).toBe(before);
  });

  it("may go on beside another one of the same pack: both are kept, one after the other", { timeout: 240_000 }, async () => {
    const before = await runs();
    const [one, other] = await Promise.all([run(), run()]);
    expect([one!.run === other!.run, await runs()]).toEqual([false, before + 2]);
    const later = one!.run > other!.run ? one! : other!;
    expect(later.differences).toEqual({ new: 0, changed: 0, gone: 0, same: 4 });
  });

  it("on an empty workspace says what to import", { timeout: 120_000 }, async () => {
    const empty = await openEngine(at("empty.caseweave"));
    for (const { pack } of listShipped()) {
      const refused = await refusalOf(empty, "review.runPack", { pack: pack.id });
      expect(refused).toEqual({ code: "pack-sheets-missing", pack: pack.id, rowKinds: pack.expects.map(({ rowKind }) => rowKind) });
    }
    await empty.close();
  });
});
