// Taking out one whole source of 200,000 transfer rows: alone in its workspace, and beside another one with the same accounts and events told twice.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine, type Engine } from "../../electron/engine/engine.ts";
import { printFigure, timed } from "./figure.ts";
import { writeTransferFile } from "./transferFile.ts";

const rows = Number(process.env["BENCH_ROWS"] ?? 200_000);
const accounts = 60_000;
const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));

const call = (engine: Engine, name: string, params: unknown) =>
  engine.dispatch(name, params, { signal: new AbortController().signal, report: () => {} });

async function importFile(engine: Engine, path: string): Promise<number> {
  const { sources } = (await call(engine, "import.storeFiles", { paths: [path] })) as { sources: { id: number }[] };
  return sources[0]!.id;
}

async function removeSource(engine: Engine, sourceId: number, figure: string): Promise<void> {
  const { seconds, value } = await timed(() => call(engine, "import.removeSource", { sourceId, reason: "bench" }));
  const { facts } = value as { facts: number };
  printFigure({
    bench: "sources",
    figure: `${figure}.seconds`,
    value: seconds,
    unit: "s",
    budget: 2,
    note: `${rows} rows, ${facts} facts`,
  });
}

try {
  const [first, second] = [join(folder, "交易明细_1.csv"), join(folder, "交易明细_2.csv")];
  await writeTransferFile(first, rows, accounts, 1);
  await writeTransferFile(second, rows, accounts, 2);
  const engine = await createEngine({ workspacePath: join(folder, "bench.caseweave") });
  await removeSource(engine, await importFile(engine, first), "remove.alone");
  const kept = await importFile(engine, first);
  await removeSource(engine, await importFile(engine, second), "remove.beside");
  await importFile(engine, second);
  await removeSource(engine, kept, "remove.oldest");
  await engine.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
