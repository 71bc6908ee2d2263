// No Neo4j at all (N6): every local feature works on a workspace that was connected once, asks the server nothing, and what needs it says so in
// words. That a push which was cut off goes on where it stopped is proved beside a real server (pushAgain.ts).
import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorkspaceFile } from "../../../../electron/engine/store/sqlite/open.ts";
import { writeMeta } from "../../../../electron/engine/store/sqlite/tables/meta.ts";
import { freshFolder } from "../../folder.ts";
import { runHere } from "../../workspace/runHere.ts";

const at = freshFolder("all");
const workspace = at("local.caseweave");
let listener: Server;
let connections = 0;

const ledger = `交易时间,付款账号,收款账号,金额
2026-05-01 10:00:00,6222020000000000014,6222020000000000022,12000.00
2026-05-01 10:20:00,6222020000000000022,6222020000000000030,11000.00
`;
const cases = `案件编号,案件类别,发案时间,简要案情
A1,电信诈骗,2026-05-01 09:30:00,向6222020000000000022转账12000元
A2,电信诈骗,2026-05-02 09:30:00,向6222020000000000022转账8000元
`;

beforeAll(async () => {
  listener = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  writeFileSync(at("流水.csv"), ledger);
  writeFileSync(at("案件.csv"), cases);
  await runHere(["import", workspace, at("流水.csv"), "--as", "transfer"]);
  await runHere(["import", workspace, at("案件.csv"), "--as", "case"]);
  const connection = openWorkspaceFile(workspace);
  const { port } = listener.address() as { port: number };
  const remembered = { uri: `bolt://127.0.0.1:${port}`, user: "neo4j", database: null, graph: "g-1", mapping: null };
  connection.write((db) => writeMeta(db, "graphServer", JSON.stringify(remembered)));
  connection.close();
}, 60_000);
afterAll(() => void listener.close());

const [payer, payee] = ["account:6222020000000000014", "account:6222020000000000022"];

it("answers every local question, and asks the server that it knew nothing (N6)", async () => {
  const asked: readonly (readonly string[])[] = [
    ["search", workspace, "62220200"],
    ["expand", workspace, payer!],
    ["path", workspace, payer!, payee!],
    ["path", workspace, payer!, "account:6222020000000000030", "--best", "2"],
    ["between", workspace, payer!, payee!, "case:A1"],
    ["query", workspace, "SELECT count(*) AS n FROM v_transfer"],
    ["link", workspace],
    ["like", workspace, "A1"],
    ["group", workspace, "series"],
    ["rank", workspace, "--kind", "account", "--by", "degree"],
    ["motifs", workspace],
    ["trace", workspace, "money", "--from", payer!],
    ["trace", workspace, "meet"],
    ["collide", workspace, "case:A1", "case:A2"],
    ["export", workspace, payer!, "--out", at("chart.json")],
    ["audit", "verify", workspace],
  ];
  for (const args of asked) {
    const { code, out } = await runHere([...args, "--json"]);
    expect([args.join(" "), code, out.includes('"error"')]).toEqual([args.join(" "), 0, false]);
  }
  expect(connections).toBe(0);
}, 240_000);

it("says in words that the server is not there when it is asked for, and changes nothing (N6)", async () => {
  const before = (await runHere(["query", workspace, "SELECT count(*) AS n FROM v_entity"])).out;
  const graph = await runHere(["path", workspace, payer!, payee!, "--graph", "neo4j", "--json"]);
  expect([graph.code, JSON.parse(graph.out).error.code]).toEqual([1, "neo4j-unreachable"]);
  expect(connections).toBeGreaterThan(0);
  for (const verb of ["check", "push", "pull", "open"]) {
    const { code, out, complaint } = await runHere(["neo4j", verb, workspace, "--uri", "bolt://127.0.0.1:1", "--json"]);
    expect([verb, code, JSON.parse(out).error.code]).toEqual([verb, 1, "neo4j-unreachable"]);
    expect(complaint).not.toMatch(/at .*\.ts:\d+/);
  }
  expect((await runHere(["query", workspace, "SELECT count(*) AS n FROM v_entity"])).out).toBe(before);
}, 120_000);

it("says field by field what is wrong in a mapping of somebody else's graph", async () => {
  const mapping = at("mapping.json");
  const askWith = async (text: string) => {
    writeFileSync(mapping, text);
    const { out } = await runHere(["neo4j", "open", workspace, "--uri", "bolt://127.0.0.1:1", "--mapping", mapping, "--json"]);
    return JSON.parse(out).error;
  };
  const wrong = await askWith(JSON.stringify({ labels: [{ label: "Person", kind: 3, key: null }], types: [{ type: "KNOWS" }] }));
  expect(wrong.code).toBe("mapping-invalid");
  expect(wrong.message).toContain("labels.0.kind");
  expect(wrong.message).toContain("labels.0.title");
  expect(wrong.message).toContain("types.0.weight");
  expect(wrong.message).not.toMatch(/expected|received|Invalid input/);
  expect((await askWith("{")).message).toContain("mapping.json");
  const missing = await runHere(["neo4j", "open", workspace, "--uri", "bolt://127.0.0.1:1", "--mapping", at("absent.json"), "--json"]);
  expect(JSON.parse(missing.out).error.code).toBe("file-missing");
}, 120_000);
