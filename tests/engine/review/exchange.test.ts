// Two units exchange bundles in both directions: nothing is doubled, what came can go again as if it had never come, and in the end both say the same.
import { copyFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { freshFolder } from "../folder.ts";
import { bring, factsOf, openUnit, send, seriesOf, type Unit, verdictsOf } from "./exchangeUnits.ts";

const at = freshFolder();

const caseHead = "案件编号,案件类别,发案时间,涉案金额,受害人姓名,受害人身份证号,受害人账号,嫌疑人账号,嫌疑人电话,简要案情";
const ledgerHead = "交易时间,付款账号,付款户名,收款账号,收款户名,金额,流水号,摘要";
const personHead = "姓名,身份证号,性别,联系电话,家庭住址";

const mapping = {
  name: "ledger",
  rowKind: "transfer" as const,
  columns: {
    交易时间: "time",
    付款账号: "from.account",
    付款户名: "from.name",
    收款账号: "to.account",
    收款户名: "to.name",
    金额: "amount",
    流水号: "reference",
    摘要: "memo",
  },
  constants: { currency: "CNY" },
};

const account = (n: number): string => `62220200010000${String(10_000 + n)}`;
const caseNumber = (n: number): string => `A${1000 + n}`;

interface World {
  readonly cases: readonly (readonly [number: number, loss: number, account: number, kind: number])[];
  readonly moves: readonly (readonly [day: number, from: number, to: number, amount: number, holder: number])[];
  readonly people: readonly (readonly [number: number, name: number])[];
  readonly verdicts: readonly (readonly [a: number, b: number, confirm: boolean])[];
}

const names = ["张三", "李四", "王五", "赵六"] as const;
const kinds = ["刷单返利", "冒充客服"] as const;
const small = (most: number) => fc.integer({ min: 0, max: most });

const world: fc.Arbitrary<World> = fc.record({
  cases: fc.uniqueArray(fc.tuple(small(9), small(3), small(4), small(1)), { minLength: 2, maxLength: 6, selector: ([n]) => n }),
  moves: fc.array(fc.tuple(small(5), small(4), fc.integer({ min: 5, max: 9 }), fc.integer({ min: 1, max: 3 }), small(3)), {
    minLength: 1,
    maxLength: 8,
  }),
  people: fc.uniqueArray(fc.tuple(small(5), small(3)), { maxLength: 4, selector: ([n]) => n }),
  verdicts: fc.array(fc.tuple(small(9), small(9), fc.boolean()), { maxLength: 4 }),
});

const casesText = ({ cases }: World): string =>
  [
    caseHead,
    ...cases.map(([n, loss, payee, kind]) =>
      [
        caseNumber(n),
        kinds[kind],
        `2026-05-0${1 + (n % 9)} 10:00:00`,
        `${1000 * (1 + loss)}.00`,
        names[n % 4],
        "",
        account(n % 5),
        account(5 + payee),
        `1380013800${n % 3}`,
        `被害人下载“惠享购${n % 3}”APP后转账`,
      ].join(","),
    ),
  ].join("\n");

const ledgerText = ({ moves }: World, bank: string): string =>
  [
    ledgerHead,
    ...moves.map(([day, from, to, amount, holder], i) =>
      [
        `2026-05-0${1 + day} 1${i}:00:00`,
        account(from),
        names[holder],
        account(to),
        names[(holder + 1) % 4],
        `${amount}000.00`,
        "",
        `${bank}转账`,
      ].join(","),
    ),
  ].join("\n");

const peopleText = ({ people }: World): string =>
  [
    personHead,
    ...people.map(([n, name]) =>
      [
        names[name],
        `11010119900101${["1237", "1210", "1229", "1253", "1296", "1245"][n]}`,
        "男",
        `1390013900${n}`,
        `云津市青石路${n}号`,
      ].join(","),
    ),
  ].join("\n");

async function fill(unit: Unit, own: World, folder: string, common: World | null): Promise<void> {
  const file = (name: string) => at(`${folder}-${name}`);
  await bring(unit, file("案件.csv"), casesText(own), { as: "case" });
  await bring(unit, file("流水.csv"), ledgerText(own, unit.name), { mapping });
  if (own.people.length > 0) await bring(unit, file("人员.csv"), peopleText(own), { as: "person" });
  if (common) await bring(unit, at("共有流水.csv"), ledgerText(common, "共有"), { mapping });
  const known = new Set([...own.cases].map(([n]) => n));
  for (const [a, b, confirm] of own.verdicts) {
    if (a === b || !known.has(a) || !known.has(b)) continue;
    const judged = {
      subject: "pair" as const,
      a: caseNumber(a),
      b: caseNumber(b),
      verdict: confirm ? ("confirm" as const) : ("reject" as const),
    };
    await unit.call("review.recordDecision", { ...judged, reason: "研判" });
  }
}

let runs = 0;

/** Exchanges in the order given until neither has anything new for the other. */
async function exchange(units: readonly [Unit, Unit], first: 0 | 1, tag: string): Promise<number> {
  let [rounds, quiet, from] = [0, 0, first as number];
  while (quiet < 2 && rounds < 8) {
    const { preview } = await send(units[from]!, units[1 - from]!, at(`${tag}-${rounds}.cwx`));
    quiet = preview.fresh.rows + preview.fresh.decisions === 0 ? quiet + 1 : 0;
    from = 1 - from;
    rounds += 1;
  }
  return rounds;
}

it("brings two units with overlapping files to the same facts, verdicts and series, whoever sends first", {
  timeout: 900_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(world, world, world, async (left, right, common) => {
      runs += 1;
      const open = async (name: string, own: World, tag: string) => {
        const unit = await openUnit(at(`${runs}-${tag}.caseweave`), name);
        await fill(unit, own, `${runs}-${name}`, common);
        return unit;
      };
      const [a, b] = [await open("甲市", left, "a"), await open("乙市", right, "b")];
      await Promise.all([a.close(), b.close()]);
      const copies = [at(`${runs}-a2.caseweave`), at(`${runs}-b2.caseweave`)] as const;
      copyFileSync(a.path, copies[0]);
      copyFileSync(b.path, copies[1]);
      const pairs = [
        [await openUnit(a.path, "甲市"), await openUnit(b.path, "乙市")],
        [await openUnit(copies[0], "甲市"), await openUnit(copies[1], "乙市")],
      ] as const;
      const said = [];
      for (const [i, pair] of pairs.entries()) {
        expect(await exchange(pair, i as 0 | 1, `${runs}-${i}`)).toBeLessThan(6);
        const series = [await seriesOf(pair[0]), await seriesOf(pair[1])];
        expect(series[1]).toEqual(series[0]);
        await Promise.all(pair.map((unit) => unit.close()));
        const [x, y] = pair.map(({ path }) => ({ facts: factsOf(path), verdicts: verdictsOf(path) }));
        expect(y).toEqual(x);
        said.push({ ...x, series: series[0] });
      }
      expect(said[1]).toEqual(said[0]);
    }),
    { numRuns: Number(process.env["EXCHANGE_RUNS"] ?? 2), seed: Number(process.env["EXCHANGE_SEED"] ?? 7), endOnFailure: true },
  );
});

const wrong = { ...emptyWorld(), cases: [[1, 1, 1, 0] as const, [2, 2, 1, 0] as const] };
function emptyWorld(): World {
  return { cases: [], moves: [[0, 1, 6, 1, 0]], people: [], verdicts: [] };
}

it("takes a bundle out whole, and then says what it said before", { timeout: 300_000 }, async () => {
  const a = await openUnit(at("remove-a.caseweave"), "甲市");
  await fill(a, { ...wrong, verdicts: [[1, 2, true]] }, "remove-甲", null);
  const b = await openUnit(at("remove-b.caseweave"), "乙市");
  await fill(
    b,
    {
      ...emptyWorld(),
      cases: [
        [2, 0, 3, 1],
        [3, 1, 3, 1],
      ],
    },
    "remove-乙",
    null,
  );
  const before = { facts: factsOf(b.path), verdicts: verdictsOf(b.path) };
  const { merged, preview } = await send(a, b, at("remove.cwx"));
  expect(
    preview.conflicts.map(({ conflict, entity, ours, theirs }) => [conflict, entity, ours.told, theirs.told, ours.unit, theirs.unit]),
  ).toContainEqual([
    "attribute",
    "case:A1002",
    { name: "case.loss", value: "1000.00", origin: "column" },
    { name: "case.loss", value: "3000.00", origin: "column" },
    "乙市",
    "甲市",
  ]);
  expect(merged.rows).toBeGreaterThan(0);
  expect(merged.decisions).toBe(1);
  expect({ facts: factsOf(b.path), verdicts: verdictsOf(b.path) }).not.toEqual(before);
  const sources = await b.call("import.listSources", {});
  expect(sources.filter(({ folder }) => folder === "甲市").length).toBe(merged.sources.length);
  const { bundle } = merged;
  expect(await b.call("review.removeBundle", { bundle, reason: "对方撤回" })).toMatchObject({
    bundle,
    decisions: 1,
    sources: merged.sources.length,
  });
  expect({ facts: factsOf(b.path), verdicts: verdictsOf(b.path) }).toEqual(before);
  await expect(b.call("review.removeBundle", { bundle, reason: "再来一次" })).rejects.toMatchObject({ code: "bundle-unknown" });
  await Promise.all([a.close(), b.close()]);
});

it("merges nothing twice, and knows its own rows when they come back", { timeout: 300_000 }, async () => {
  const a = await openUnit(at("twice-a.caseweave"), "甲市");
  await fill(a, wrong, "twice-甲", null);
  const b = await openUnit(at("twice-b.caseweave"), "乙市");
  await send(a, b, at("twice-1.cwx"));
  const before = factsOf(b.path);
  const asked = { path: at("twice-1.cwx"), password: "口令 1" };
  const preview = await b.call("review.previewBundle", asked);
  expect([preview.isKnown, preview.fresh.rows, preview.same.rows, preview.conflictCount]).toEqual([true, 0, preview.bundle.rows, 0]);
  expect(await b.call("review.importBundle", asked)).toMatchObject({ rows: 0, sources: [] });
  expect(factsOf(b.path)).toEqual(before);
  const back = await send(b, a, at("twice-2.cwx"));
  expect([back.preview.fresh.rows, back.preview.same.rows > 0, back.merged.rows]).toEqual([0, true, 0]);
  expect(factsOf(a.path)).toEqual(before);
  await Promise.all([a.close(), b.close()]);
});
