// The command line with a Neo4j graph behind it, for measures that know nothing of servers: `node tests/peers/onNeo4j.ts <command> …`.
// NEO4J_URI names the server. After `import` the graph is pushed there, and graph commands are answered by it; SQL stays with the facts.
// With NEO4J_WAY=pull an `import` brings the server's own graph (through the guessed mapping) instead of the files.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../electron/cli/main.ts", import.meta.url));
const uri = process.env["NEO4J_URI"];
if (uri === undefined) {
  console.error("NEO4J_URI=bolt://127.0.0.1:7687");
  process.exit(2);
}

const run = (args: readonly string[], output: "inherit" | "ignore") =>
  spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], {
    stdio: ["ignore", output, "inherit"],
    env: { ...process.env, CASEWEAVE_GRAPH: process.env["NEO4J_WAY"] === "pull" ? "workspace" : "neo4j" },
  }).status ?? 1;

const args = process.argv.slice(2);
const [command = "", workspace = ""] = args;
if (command !== "import") process.exitCode = run(args, "inherit");
else if (process.env["NEO4J_WAY"] === "pull") process.exitCode = run(["neo4j", "pull", workspace, "--uri", uri, "--json"], "inherit");
else process.exitCode = run(args, "inherit") || run(["neo4j", "push", workspace, "--uri", uri, "--json"], "ignore");
