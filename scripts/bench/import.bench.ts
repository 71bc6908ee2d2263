// Import of 1,000,000 transfer rows end to end, facts stored, into an empty and into a filled workspace; csv-parse alone beside it.
import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse";
import { printFigure, timed } from "./figure.ts";
import { measureCancel, measureImport } from "./measureImport.ts";
import { writeTransferFile } from "./transferFile.ts";

const rows = Number(process.env["BENCH_ROWS"] ?? 1_000_000);
const accounts = 60_000;
const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));

async function readWithCsvParse(path: string): Promise<number> {
  const decoder = new TextDecoderStream("gb18030");
  const parser = parse({ record_delimiter: ["\r\n", "\n", "\r"] });
  const feed = (async () => {
    const writer = decoder.writable.getWriter();
    for await (const chunk of createReadStream(path)) await writer.write(chunk as Buffer<ArrayBuffer>);
    await writer.close();
  })();
  const pump = (async () => {
    for await (const text of decoder.readable) if (!parser.write(text)) await new Promise((resolve) => parser.once("drain", resolve));
    parser.end();
  })();
  let count = 0;
  for await (const _record of parser) count += 1;
  await Promise.all([feed, pump]);
  return count;
}

try {
  const first = join(folder, "交易明细_1.csv");
  const second = join(folder, "交易明细_2.csv");
  await writeTransferFile(first, rows, accounts, 1);
  await writeTransferFile(second, rows, accounts, 2);
  const peer = await timed(() => readWithCsvParse(first));
  printFigure({
    bench: "import",
    figure: "peer.csvParse.seconds",
    value: peer.seconds,
    unit: "s",
    note: `${peer.value} records, ${((await stat(first)).size / 1e6).toFixed(0)} MB, decoded and split only`,
  });
  const workspace = join(folder, "bench.caseweave");
  await measureImport(workspace, first, { bench: "import", name: "empty", seconds: 25 });
  await measureCancel(workspace, second, "import");
  await measureImport(workspace, second, { bench: "import", name: "filled", seconds: 40 });
} finally {
  await rm(folder, { recursive: true, force: true });
}
