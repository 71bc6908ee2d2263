// A ring and a chart sent to another unit, there and back and once more, until both know the same; and the verbs that judge what came, through the real command.
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { openBundle } from "../../../electron/engine/review/exchange/compareTask.ts";
import { type ChartDocument, chartDocumentSchema } from "../../../shared/chart/document.ts";
import type { RingDetail } from "../../../shared/group/ringCalls.ts";
import type { FindingItem } from "../../../shared/review/findingCalls.ts";
import { maskLabel } from "../../../shared/review/mask.ts";
import { freshFolder } from "../folder.ts";
import { type Outcome, runCli } from "../import/cli.ts";
import { openUnit, readRefs, refsAs, seriesOf, type Unit, verdictsOf } from "./exchangeUnits.ts";

const at = freshFolder("all");
const password = "协作口令二〇二六";
let [a, b] = [null as unknown as Unit, null as unknown as Unit];
let sent = 0;

async function send(from: Unit, to: Unit, subject: "ring" | "chart" | "series", of: string) {
  const { base64 } = await from.call("review.exportBundle", { subject, of, password });
  const path = at(`${++sent}.cwx`);
  writeFileSync(path, Buffer.from(base64, "base64"));
  const { fresh } = await to.call("review.previewBundle", { path, password });
  const merged = await to.call("review.importBundle", { path, password, standard: "latest" });
  const again = await to.call("review.previewBundle", { path, password });
  return { fresh, merged, again };
}

beforeAll(async () => {
  const { files } = await writeDemoFiles(at("files"), { scale: 0.05, seed: 3 });
  a = await openUnit(at("a.caseweave"), "甲市");
  b = await openUnit(at("b.caseweave"), "乙市");
  await a.call("import.storeFiles", { paths: files.map((name) => at(`files/${name}`)) });
  await seriesOf(a);
  await a.call("group.findRings", {});
}, 300_000);
afterAll(() => Promise.all([a.close(), b.close()]));

const ringsOf = async ({ call }: Unit) => (await call("group.listRings", {})).rings.map(({ ring }) => ring);

/** Every ring that a unit knows, its own and others', by who found it; a person without a number has another key everywhere. */
async function knownRings(unit: Unit) {
  const own = await Promise.all((await ringsOf(unit)).map((ring) => unit.call("group.readRing", { ring })));
  const found = await unit.call("review.listFindings", { findingKind: "ring" });
  const theirs = await Promise.all(
    found.map(async (one) => ({ one, detail: await unit.call("review.readFinding", { finding: one.finding }) })),
  );
  const named = ({ entity, label }: { entity: string; label: string }) => (entity.includes(":#") ? label : entity);
  const say = (by: string, number: string, ring: RingDetail) => ({
    by,
    number,
    figures: [ring.score, ring.people, ring.victims, ring.loss, ring.firstAt, ring.lastAt, ring.stability, ring.cases.length],
    members: ring.members
      .map((one) => [named(one), one.role, one.why.reason, one.core, one.stability, one.why.sources.length, one.also.map(named).sort()])
      .sort(),
    shared: ring.shared.map((one) => [named(one), one.cases, one.people]).sort(),
    phases: ring.phases.map(({ phase, count, sources }) => [phase, count, sources.length]),
  });
  return [
    ...own.map((ring) => say(unit.name, ring.ring, ring)),
    ...theirs.map(({ one, detail }) => say(one.unit, one.number, detail.ring!)),
  ].sort((x, y) => (`${x.by} ${x.number}` < `${y.by} ${y.number}` ? -1 : 1));
}

it("a ring stands at the other unit with people, roles and rows, and both know the same rings in the end", {
  timeout: 300_000,
}, async () => {
  const [first] = await ringsOf(a);
  const ours = await a.call("group.readRing", { ring: first! });
  const { fresh, merged, again } = await send(a, b, "ring", first!);
  expect(fresh.found).toEqual([expect.objectContaining({ findingKind: "ring", unit: "甲市", number: first, core: ours.people })]);
  expect([merged.findings, again.fresh.found.length, again.same.found.length, again.fresh.rows]).toEqual([1, 0, 1, 0]);
  expect(await knownRings(b)).toEqual((await knownRings(a)).filter(({ number }) => number === first));
  const chart = await b.call("chart.openSubject", { subject: "ring:X-1" });
  const shown = chart.nodes.map(({ ref }) => ref);
  expect(shown).toEqual(expect.arrayContaining(ours.cases.map((number) => `case:${number}`)));
  expect(shown.length).toBeGreaterThan(ours.members.length);

  await seriesOf(b);
  await b.call("group.findRings", {});
  for (let round = 0; round < 2; round += 1)
    for (const [from, to] of [
      [b, a],
      [a, b],
    ] as const)
      for (const ring of await ringsOf(from)) {
        const told = await send(from, to, "ring", ring);
        expect([told.again.fresh.found, told.again.fresh.rows, told.again.conflictCount]).toEqual([[], 0, 0]);
        if (round === 1) expect([told.fresh.found, told.fresh.rows]).toEqual([[], 0]);
      }
  const known = await knownRings(a);
  expect(new Set(known.map(({ by }) => by))).toEqual(new Set(["甲市", "乙市"]));
  expect(await knownRings(b)).toEqual(known);
});

/** Charts and the scenes of storyboards by what stands where on them. */
async function knownCharts({ call, path }: Unit) {
  const as = refsAs(path);
  const places = ({ nodes }: ChartDocument) => nodes.map(({ ref, x, y }) => `${as(ref)} ${x} ${y}`);
  const charts = await Promise.all((await call("chart.listCharts", {})).map(({ id }) => call("chart.readChart", { id })));
  const boards = await Promise.all((await call("review.listStoryboards", {})).map(({ id }) => call("review.readStoryboard", { id })));
  return [
    ...charts.map(({ name, document }) => [name, document.notes.map(({ text }) => text), places(document)]),
    ...boards.map(({ name, board }) => [name, board.scenes.map(({ caption, document }) => [caption, places(document)])]),
  ]
    .map((one) => JSON.stringify(one))
    .sort();
}

const note = { id: "n1", shape: "comment", on: null, text: "先查这个账户", author: "甲", at: "2026-06-01T08:00:00+08:00" } as const;

it("a chart with its scenes stands at the other unit, and what either draws on it comes back once", { timeout: 300_000 }, async () => {
  const [ring] = await ringsOf(a);
  const { nodes } = await a.call("chart.openSubject", { subject: `ring:${ring}` });
  const keyless = readRefs(a.path).find((ref) => ref.startsWith("person:#"))!;
  const draw = (refs: readonly string[], x: number, notes: ChartDocument["notes"] = []) =>
    chartDocumentSchema.parse({
      version: 1,
      nodes: refs.map((ref, i) => ({ ref, x: x + i, y: i })),
      links: [],
      filter: { hiddenKinds: [], from: null, until: null },
      notes,
    });
  const refs = [keyless, ...nodes.map(({ ref }) => ref)];
  const at0 = { x: 0, y: 0, width: 0, height: 0, attachments: [] };
  const kept = await a.call("chart.saveChart", { id: null, name: "团伙图", document: draw(refs, 0, [{ ...note, ...at0 }]) });
  const board = await a.call("review.createStoryboard", { name: "汇报" });
  const scene = { line: "", notes: "", seconds: null, camera: null, highlights: [], clues: [] };
  await a.call("review.changeStoryboard", {
    id: board.id,
    change: { step: "add", at: null, scenes: [{ ...scene, caption: "资金从这里走", document: draw(refs.slice(0, 3), 5) }] },
  });

  const there = await send(a, b, "chart", kept.id);
  expect([there.fresh.charts, there.fresh.boards, there.again.fresh.charts, there.again.same.charts]).toEqual([1, 1, 0, 1]);
  expect(await knownCharts(b)).toEqual(await knownCharts(a));
  const [item] = await b.call("chart.listCharts", {});
  expect(item).toMatchObject({ name: "团伙图", entities: refs.length, from: { unit: "甲市" } });

  const { document } = await b.call("chart.readChart", { id: item!.id });
  const back = await send(b, a, "chart", item!.id);
  expect([back.fresh.charts, back.fresh.boards, back.fresh.rows, back.again.fresh.charts]).toEqual([0, 0, 0, 0]);
  const moved = { ...document, nodes: document.nodes.map((node) => ({ ...node, y: node.y + 100 })) };
  const redrawn = await b.call("chart.saveChart", { id: null, name: "团伙图（乙市补）", document: moved });
  for (const [from, to, fresh] of [
    [b, a, 1],
    [a, b, 0],
    [b, a, 0],
  ] as const) {
    const { id } = (await from.call("chart.listCharts", {})).find(({ name }) => name === redrawn.name)!;
    expect((await send(from, to, "chart", id)).fresh.charts).toBe(fresh);
  }
  expect(await knownCharts(a)).toEqual(await knownCharts(b));
  expect(await knownCharts(a)).toHaveLength(3);
});

it("masked, a ring is looked at by whoever has the same numbers, and names nobody", { timeout: 300_000 }, async () => {
  const [ring] = await ringsOf(a);
  const ours = await a.call("group.readRing", { ring: ring! });
  const asked = { subject: "ring", of: ring!, password } as const;
  const { base64 } = await a.call("review.exportBundle", asked, { isMasked: true });
  const path = at("masked.cwx");
  writeFileSync(path, Buffer.from(base64, "base64"));
  const { content } = openBundle(path, password);
  const [finding] = content.findings;
  // Case numbers, names of apps and organisations stay as they do on a masked screen.
  const named = [...ours.members, ...ours.members.flatMap(({ also }) => also), ...ours.shared, ...ours.sellers];
  const secret = named.flatMap(({ entity, kind, label }) =>
    [entity.slice(entity.indexOf(":") + 1), label].filter((one) => !one.startsWith("#") && maskLabel(kind, one) !== one),
  );
  const text = JSON.stringify(finding);
  expect(secret.length).toBeGreaterThan(10);
  expect(secret.filter((one) => text.includes(one))).toEqual([]);

  const { looked } = await a.call("review.previewBundle", { path, password });
  expect(looked).toHaveLength(1);
  const refs = (things: readonly { entity: string | null }[]) => things.flatMap(({ entity }) => entity ?? []).sort();
  const keyed = (things: readonly { entity: string }[]) => refs(things.filter(({ entity }) => !entity.includes(":#")));
  expect(refs(looked[0]!.people)).toEqual(keyed(ours.members));
  expect(refs(looked[0]!.things)).toEqual(keyed(ours.shared));
  expect(looked[0]!.people.map(({ ringRole }) => ringRole).sort()).toEqual(ours.members.map(({ role }) => role).sort());
  const stranger = await openUnit(at("d.caseweave"), "丁市");
  const seen = await stranger.call("review.previewBundle", { path, password });
  expect([...seen.looked[0]!.people, ...seen.looked[0]!.things].filter(({ entity }) => entity !== null)).toEqual([]);
  await expect(stranger.call("review.importBundle", { path, password, standard: null })).rejects.toMatchObject({ code: "bundle-masked" });
  expect(await stranger.call("review.listFindings", {})).toEqual([]);
  await stranger.close();
});

const json = <T>({ out }: Outcome): T => JSON.parse(out) as T;

it("on the command line what came is listed, shown, adopted, kept apart and opened again", { timeout: 300_000 }, async () => {
  const other = await openUnit(at("c.caseweave"), "丙市");
  for (const series of (await a.call("group.listSeries", {})).series) await send(a, other, "series", series.series);
  await send(a, other, "ring", (await ringsOf(a))[0]!);
  await other.close();
  const bundle = async (verb: string, ...more: readonly string[]) => {
    const outcome = await runCli(["bundle", verb, other.path, ...more, "--json"]);
    return { ...outcome, verdicts: verdictsOf(other.path) };
  };
  const lines = (await bundle("findings")).out.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as FindingItem]));
  const [ring, series] = [lines.find((one) => one.findingKind === "ring")!, lines.find((one) => one.core > 2)!];
  expect([ring.unit, series.unit, series.state]).toEqual(["甲市", "甲市", "open"]);
  const shown = await bundle("show", series.finding.toLowerCase());
  expect(json<{ series: { cases: string[] }; ring: null }>(shown)).toMatchObject({ series: { cases: series.cases }, ring: null });
  const before = shown.verdicts;

  const adopted = await bundle("adopt", series.finding, "--reason", "会商决定");
  expect([adopted.code, json(adopted)]).toEqual([0, { finding: series.finding, state: "adopted", decisions: series.core - 1, kept: 0 }]);
  expect(adopted.verdicts.length).toBe(before.length + series.core - 1);
  const wider = await bundle("adopt", series.finding, "--reason", "会商决定", "--borderline");
  expect(json<{ decisions: number }>(wider).decisions).toBe(series.core + series.borderline - 1);
  const apart = await bundle("apart", series.finding, "--reason", "手法不同");
  expect([json<{ state: string }>(apart).state, apart.verdicts]).toEqual(["apart", before]);
  const reopened = await bundle("reopen", series.finding, "--reason", "重新研究");
  expect([reopened.code, json<{ state: string }>(reopened).state, reopened.verdicts]).toEqual([0, "open", before]);
  expect(json(await bundle("adopt", ring.finding, "--reason", "同一团伙"))).toMatchObject({ state: "adopted", decisions: 0 });

  const refused = await bundle("apart", series.finding);
  expect([refused.code, json<{ error: { code: string } }>(refused).error.code]).toEqual([1, "reason-missing"]);
  expect((await bundle("adopt", "S-1", "--reason", "编号不对")).code).toBe(2);
});
