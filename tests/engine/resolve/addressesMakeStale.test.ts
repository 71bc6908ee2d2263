// A standard address brings cases together: a run of linkage or series is out of date when somebody judges an address after it, and fresh after the next.
import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { AddressMatchLine } from "../../../shared/resolve/addressCalls.ts";
import { freshFolder } from "../folder.ts";
import { openEngine } from "../import/openEngine.ts";

const at = freshFolder();

const table = `标准地址编码,省,市,县区,路街巷,门牌号,楼栋,室
S1,江州省,云津市,东渡区,青石路,109号,3栋,502室
S2,江州省,云津市,东渡区,青石路,111号,3栋,502室
`;
const cases = `案件编号,案件类别,发案时间,发案地点,简要案情
A1,入室盗窃,2026-05-01 10:00:00,云津市东渡区青石路109号3栋502室,撬锁入室
A2,入室盗窃,2026-05-03 10:00:00,云津市东渡区青石路111号3栋502室,撬锁入室
A3,入室盗窃,2026-05-09 10:00:00,云津市江北区北大街1号,撬锁入室
`;

it("is stale after an address was judged otherwise, not after one was judged as it was found, and fresh again after the next run", {
  timeout: 120_000,
}, async () => {
  const { call, close } = await openEngine(at("a.caseweave"));
  writeFileSync(at("标准地址.csv"), table);
  writeFileSync(at("案件.csv"), cases);
  for (const name of ["标准地址.csv", "案件.csv"]) {
    const { addresses } = await call("import.storeFiles", { paths: [at(name)] });
    if (addresses !== null) await call("resolve.readAddressReport", { since: addresses });
  }
  const run = async () => {
    await call("link.runLinkage", {});
    await call("group.runSeries", {});
  };
  const stale = async () => [
    (await call("link.listPairs", { state: "all" })).stale,
    (await call("group.listSeries", {})).stale,
    (await call("workspace.readOverview", {})).todo.some(({ kind }) => kind === "stale"),
  ];
  await run();
  expect(await stale()).toEqual([false, false, false]);
  const { items } = await call("resolve.listAddressMatches", { pile: "sure" });
  const [line, second] = items as readonly [AddressMatchLine, AddressMatchLine];
  const other = second.standard!.place;
  expect(other).not.toBe(line.standard!.place);
  const judge = (b: string) =>
    call("review.recordDecision", { subject: "address", a: line.place, b, verdict: "confirm", reason: "现场核实" });
  await judge(line.standard!.place);
  expect(await stale()).toEqual([false, false, false]);
  await judge(other);
  expect(await stale()).toEqual([true, true, true]);
  await run();
  expect(await stale()).toEqual([false, false, false]);
  await close();
});
