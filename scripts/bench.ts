// `npm run bench [name…]`: runs the benchmarks in scripts/bench one after another, each in a process of its own; one JSON line a figure.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";

const folder = new URL("./bench/", import.meta.url);
const wanted = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((file) => file.endsWith(".bench.ts"))
  .sort();
const chosen = files.filter((file) => wanted.length === 0 || wanted.includes(file.replace(".bench.ts", "")));

console.log(
  JSON.stringify({
    bench: "machine",
    cpu: cpus()[0]?.model ?? "",
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  }),
);
for (const file of chosen) {
  const { status } = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", fileURLToPath(new URL(file, folder))], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
