// A push that is cut off: by a server that dies, and by a connection that is lost at COMMIT.
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { compareGraph } from "../../../../electron/engine/store/neo4j/compare.ts";
import { type Neo4jSession, openNeo4j } from "../../../../electron/engine/store/neo4j/connect.ts";
import { pushGraph } from "../../../../electron/engine/store/neo4j/push.ts";
import type { Connection } from "../../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../../electron/engine/store/sqlite/open.ts";
import { countLinkKinds } from "../../../../electron/engine/store/sqlite/tables/graphRows.ts";
import { type Server, startServer } from "../../../../scripts/neo4j/server.ts";
import { seededRandom } from "../../../../shared/random.ts";
import { addSource, aTransfer } from "../../../builders.ts";
import { drawPairs } from "../graphReaderSuite.ts";
import { password } from "./password.ts";

export interface Bench {
  server: () => Server;
  session: () => Neo4jSession;
  at: (name: string) => string;
  /** A second server, with a password, for the tests that kill it. */
  guarded: { server: Server | null };
}

function aLedger(path: string, links: number): Connection {
  const connection = openWorkspaceFile(path);
  const pairs = drawPairs(5, 900, links);
  addSource(
    connection,
    "ledger",
    pairs.map(([from, to], i) => aTransfer({ from, to, reference: `L${i}` })),
  );
  return connection;
}

/** The session, with a commit now and then whose answer gets lost: the caller sees a failure, the server has the rows. By chance, as a rhythm might always hit one place. */
function losingAnswers(session: Neo4jSession, share: number): Neo4jSession & { lost: number } {
  const random = seededRandom(5);
  const losing = {
    ...session,
    lost: 0,
    write: async (...args: Parameters<Neo4jSession["write"]>) => {
      const rows = await session.write(...args);
      if (random() >= share) return rows;
      losing.lost += 1;
      throw new Error("the connection was lost at COMMIT");
    },
  };
  return losing;
}

/** What stands there twice has one id, so a comparison by id would not see it. */
async function countLinks(session: Neo4jSession, graph: string): Promise<number> {
  const statement = "MATCH (:CaseweaveEntity {graph: $graph})-[r:CASEWEAVE_LINK]->() RETURN count(r) AS count";
  return Number((await session.read(statement as never, { graph }))[0]!["count"]);
}

const linksOf = (connection: Connection) => countLinkKinds(connection).reduce((sum, { count }) => sum + count, 0);

export function pushAgainSuite({ server, session, at, guarded }: Bench): void {
  it("leaves every node and link once when the answer to a commit is lost a hundred times (N5)", async () => {
    const connection = aLedger(at("lossy.caseweave"), 700);
    const lossy = losingAnswers(session(), 1 / 9);
    let resumed = 0;
    for (let attempt = 0; attempt < 400 && lossy.lost < 100; attempt++) {
      const result = await pushGraph({
        db: connection,
        session: lossy,
        graph: "lossy",
        dataVersion: 1 + Math.floor(attempt / 40),
        rowsAtOnce: 60,
        lanes: 3,
      }).catch(() => null);
      if (result?.isResumed) resumed += 1;
    }
    expect(lossy.lost).toBeGreaterThanOrEqual(100);
    expect(resumed).toBeGreaterThan(0);
    await pushGraph({ db: connection, session: session(), graph: "lossy", dataVersion: 99 });
    expect(await compareGraph({ db: connection, session: session(), graph: "lossy" })).toMatchObject({ isSame: true });
    expect(await countLinks(session(), "lossy")).toBe(linksOf(connection));
    connection.close();
  }, 200_000);

  it("writes nothing twice when two pushes of one workspace run at once: one of them stops and says so", async () => {
    const connection = aLedger(at("twice.caseweave"), 1500);
    const began: string[] = [];
    for (let round = 0; round < 6; round++) {
      const push = { db: connection, session: session(), graph: `twice-${round}`, dataVersion: 3, rowsAtOnce: 40, lanes: 2 };
      const both = await Promise.allSettled([pushGraph(push), setTimeout(round * 15).then(() => pushGraph(push))]);
      began.push(...both.map((one) => (one.status === "fulfilled" ? "pushed" : one.reason.code)));
      await pushGraph(push);
      expect(await compareGraph({ db: connection, session: session(), graph: push.graph })).toMatchObject({ isSame: true });
      expect(await countLinks(session(), push.graph)).toBe(linksOf(connection));
    }
    expect(began.filter((end) => end !== "pushed" && end !== "neo4j-push-disturbed")).toEqual([]);
    expect(began).toContain("neo4j-push-disturbed");
    connection.close();
  }, 200_000);

  it("parts a new graph into lanes that hold every row once, whatever the sizes", async () => {
    const connection = aLedger(at("lanes.caseweave"), 300);
    for (const [number, lanes] of [1, 2, 3, 7, 40].entries()) {
      const graph = `lanes-${lanes}`;
      const result = await pushGraph({ db: connection, session: session(), graph, dataVersion: 1, rowsAtOnce: 50 + number, lanes });
      expect(result.sent).toEqual({ nodes: result.nodes, links: result.links });
      expect(await compareGraph({ db: connection, session: session(), graph })).toMatchObject({ isSame: true });
      expect(await countLinks(session(), graph)).toBe(linksOf(connection));
    }
    connection.close();
  }, 200_000);

  it("goes on where it stopped when the server is killed in the middle", async () => {
    const home = at("killed-home");
    const connection = aLedger(at("killed.caseweave"), 2500);
    guarded.server = await startServer(home, { password, heap: "512m" });
    const address = { uri: guarded.server.uri, user: "neo4j", password, database: null };
    const push = { db: connection, graph: "killed", dataVersion: 7, rowsAtOnce: 150, lanes: 3 };
    const first = openNeo4j(address);
    let killed: Promise<void> | null = null;
    const report = (done: number) => {
      if (done > 1200) killed ??= guarded.server!.kill();
    };
    const failure = await pushGraph({ ...push, session: first, report }).then(
      () => "pushed",
      (error: { code?: string }) => error.code,
    );
    expect(failure).toBe("neo4j-unreachable");
    await killed;
    await first.close();
    guarded.server = await startServer(home, { port: guarded.server.port, password, heap: "512m" });
    const second = openNeo4j(address);
    const result = await pushGraph({ ...push, session: second });
    expect(result.isResumed).toBe(true);
    expect(result.sent.nodes + result.sent.links).toBeLessThan(result.nodes + result.links - 900);
    expect(await compareGraph({ db: connection, session: second, graph: "killed" })).toMatchObject({ isSame: true });
    expect(await countLinks(second, "killed")).toBe(linksOf(connection));
    await second.close();
    connection.close();
    expect(server().uri).not.toBe(address.uri);
  }, 400_000);
}
