// Pan and zoom of a chart of 2,000 and 5,000 nodes in the product, software rendering, beside plain cytoscape with the same graph; and its layout.
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright";
import { createEngine } from "../../electron/engine/engine.ts";
import { serveWorkspace } from "../../electron/web/main.ts";
import { placeForce } from "../../renderer/views/chart/forceLayout.ts";
import type { ChartItem } from "../../shared/chart/calls.ts";
import type { ChartElements } from "../../shared/chart/elements.ts";
import { emptyModel, toDocument } from "../../shared/chart/graphModel.ts";
import { layoutInput } from "../../shared/chart/layouts/layoutInput.ts";
import { applyOperation, packPositions } from "../../shared/chart/operations.ts";
import { ensureBuilt } from "../build.ts";
import { writeCallFile } from "./callFile.ts";
import { printFigure, timed } from "./figure.ts";
import { type Frames, measureGestures } from "./gestures.ts";

const sizes = [2000, 5000];
const viewport = { width: 1600, height: 900 };
const frameBudget = 33.4;
const context = { signal: new AbortController().signal, report: () => {} };
// The wrapper script of some distributions turns GPU rasterisation on; figures are for plain software rendering.
const browserPaths = ["/usr/lib/chromium/chromium", "/usr/bin/chromium"];
const cytoscapeFile = fileURLToPath(new URL("../../node_modules/cytoscape/dist/cytoscape.min.js", import.meta.url));

interface BenchChart {
  readonly id: string;
  readonly elements: ChartElements;
  readonly places: Float64Array;
}

/** A workspace with one kept chart of `count` phones. */
async function makeChart(workspacePath: string, folder: string, count: number): Promise<BenchChart> {
  const file = join(folder, `话单_${count}.csv`);
  const numbers = writeCallFile(file, count);
  const engine = await createEngine({ workspacePath });
  await engine.dispatch("import.storeFiles", { paths: [file] }, context);
  const refs = numbers.map((number) => `phone:${number}`);
  const elements = (await engine.dispatch("chart.readElements", { refs }, context)) as ChartElements;
  const nodes = elements.nodes.map((node) => ({ ...node, ghost: false }));
  const positions = packPositions(nodes.map(() => ({ x: 0, y: 0 })));
  const { model } = applyOperation(emptyModel("bench"), { type: "add", nodes, positions, links: elements.links, pinned: [], disabled: [] });
  const input = layoutInput(model);
  const { value: places, seconds } = await timed(() => placeForce(input));
  printFigure({
    bench: "chart",
    figure: `layout.${count}`,
    value: seconds,
    unit: "s",
    budget: 5,
    note: `${nodes.length} nodes, ${elements.links.length} links`,
  });
  const placed = applyOperation(model, { type: "move", refs: input.refs, positions: places }).model;
  const item = (await engine.dispatch(
    "chart.saveChart",
    { id: null, name: `bench ${count}`, document: toDocument(placed) },
    context,
  )) as ChartItem;
  await engine.close();
  return { id: item.id, elements: { nodes: input.refs.map((ref) => placed.nodes.get(ref)!), links: elements.links }, places };
}

function printFrames(
  name: string,
  count: number,
  { wheel, drag }: { readonly wheel: Frames; readonly drag: Frames },
  budget: number | null,
): void {
  const gestures = { wheel, drag };
  for (const [gesture, frames] of Object.entries(gestures)) {
    const note = `median ${frames.median.toFixed(0)}, most ${frames.most.toFixed(0)}`;
    printFigure({ bench: "chart", figure: `${name}.${gesture}.p95.${count}`, value: frames.p95, unit: "ms", budget, note });
  }
}

async function measureProduct(browser: Browser, workspacePath: string, chart: BenchChart, count: number): Promise<void> {
  const served = await serveWorkspace({ workspacePath, open: false, print: () => {} });
  const page = await browser.newPage({ viewport });
  await page.goto(served.address);
  const began = performance.now();
  await page.goto(`${new URL(served.address).origin}/#/chart/${encodeURIComponent(`chart:${chart.id}`)}`);
  await page.locator(".cw-kind-bars button").first().waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => document.querySelector(".cw-chart-canvas canvas") !== null);
  printFigure({
    bench: "chart",
    figure: `open.${count}`,
    value: (performance.now() - began) / 1000,
    unit: "s",
    note: "address to first picture",
  });
  await page.waitForTimeout(4000);
  printFrames("product", count, await measureGestures(page, ".cw-chart-canvas"), frameBudget);
  await page.close();
  await served.close();
}

/** Cytoscape as it comes: béziers, arrows, labels, no texture, no levels of detail. */
async function measurePlain(browser: Browser, { elements, places }: BenchChart, count: number): Promise<void> {
  const page = await browser.newPage({ viewport });
  await page.setContent('<div id="plain" style="position: absolute; inset: 46px 330px 240px 70px"></div>');
  await page.addScriptTag({ path: cytoscapeFile });
  const nodes = elements.nodes.map((node, i) => ({
    data: { id: node.ref, label: node.label },
    position: { x: places[2 * i]!, y: places[2 * i + 1]! },
  }));
  const edges = elements.links.map((link) => ({ data: { id: link.id, source: link.from, target: link.to } }));
  await page.evaluate(
    (graph) => {
      const style = [
        { selector: "node", style: { label: "data(label)", "text-valign": "bottom" } },
        { selector: "edge", style: { "curve-style": "bezier", "target-arrow-shape": "triangle" } },
      ];
      const { cytoscape } = window as unknown as { cytoscape: (options: object) => unknown };
      cytoscape({ container: document.getElementById("plain"), elements: graph, style, layout: { name: "preset", fit: true } });
    },
    { nodes, edges },
  );
  await page.waitForTimeout(4000);
  printFrames("peer.cytoscape", count, await measureGestures(page, "#plain"), null);
  await page.close();
}

const executablePath = browserPaths.find((path) => existsSync(path));
const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));
await ensureBuilt("renderer");
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
try {
  for (const count of sizes) {
    const workspacePath = join(folder, `chart-${count}.caseweave`);
    const chart = await makeChart(workspacePath, folder, count);
    await measureProduct(browser, workspacePath, chart, count);
    await measurePlain(browser, chart, count);
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
