// `npm test`: installs what tests need where it may (root on Debian), checks types and style, builds once, runs every test,
// names what was skipped and why, and ends with one line "N passed, N failed, N skipped".
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "./build.ts";
import { prepareServer } from "./neo4j/server.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const debianPackages = ["chromium", "fonts-noto-cjk"];

interface Assertion {
  readonly fullName: string;
  readonly status: string;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly assertionResults: readonly Assertion[] }[];
}

function run(command: string, args: readonly string[]): number {
  return spawnSync(command, args, { cwd: root, stdio: "inherit" }).status ?? 1;
}

function installBrowser(): void {
  if (browsers.some((path) => existsSync(path))) return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    console.log(`No Chromium (looked at ${browsers.join(", ")}): tests in the browser will be skipped.`);
    return;
  }
  const isInstalled = run("apt-get", ["install", "-y", "-qq", ...debianPackages]) === 0;
  if (!isInstalled && run("apt-get", ["update", "-qq"]) === 0) run("apt-get", ["install", "-y", "-qq", ...debianPackages]);
}

/** A Neo4j server for the tests that need a real one: Java runs it, Maven fetches it. */
function installServer(): void {
  const missing = ["javac", "mvn"].filter((program) => spawnSync("which", [program]).status !== 0);
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const packages = ["default-jdk-headless", "maven"];
    const isInstalled = run("apt-get", ["install", "-y", "-qq", ...packages]) === 0;
    if (!isInstalled && run("apt-get", ["update", "-qq"]) === 0) run("apt-get", ["install", "-y", "-qq", ...packages]);
  }
  const reason = prepareServer();
  if (reason !== null) console.log(`No Neo4j server (${reason}): tests on a real server will be skipped.`);
}

/** Checks count as one test each, so that the last line tells of them too. */
function checkSources(): { passed: number; failed: number } {
  const codes = [run("tsc", ["-b"]), run("biome", ["check", "--config-path=scripts/config/style.json", "."])];
  const passed = codes.filter((code) => code === 0).length;
  return { passed, failed: codes.length - passed };
}

function runTests(filters: readonly string[]): Report | null {
  const folder = mkdtempSync(join(tmpdir(), "caseweave-test-"));
  const file = join(folder, "report.json");
  run("vitest", [
    "run",
    "--config",
    "scripts/config/vitest.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...filters,
  ]);
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : null;
  rmSync(folder, { recursive: true, force: true });
  return report;
}

function nameSkipped(report: Report): void {
  const skipped = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === "pending" || status === "skipped"),
  );
  for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
}

installBrowser();
installServer();
const checks = checkSources();
await ensureBuilt("renderer", () => console.log("building the interface"));
await ensureBuilt("desktop", () => console.log("building the desktop"));
const report = runTests(process.argv.slice(2));
if (report) nameSkipped(report);
// A suite that could not be loaded has no tests of its own: it counts as one that failed.
const broken =
  report?.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length ?? 1;
const failed = (report?.numFailedTests ?? 0) + broken + checks.failed;
console.log(`${(report?.numPassedTests ?? 0) + checks.passed} passed, ${failed} failed, ${report?.numPendingTests ?? 0} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
