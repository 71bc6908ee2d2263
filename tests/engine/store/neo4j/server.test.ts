// A real Neo4j server, started once for everything that needs one. Where Java or Maven is missing every test here is skipped and says why.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareGraph } from "../../../../electron/engine/store/neo4j/compare.ts";
import { type Neo4jSession, openNeo4j } from "../../../../electron/engine/store/neo4j/connect.ts";
import { createNeo4jReader } from "../../../../electron/engine/store/neo4j/neo4jReader.ts";
import { ownShape } from "../../../../electron/engine/store/neo4j/ownShape.ts";
import { pushGraph } from "../../../../electron/engine/store/neo4j/push.ts";
import type { PushContext } from "../../../../electron/engine/store/neo4j/pushLane.ts";
import type { Connection } from "../../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../../electron/engine/store/sqlite/open.ts";
import { prepareServer, type Server, startServer } from "../../../../scripts/neo4j/server.ts";
import { addSource, aPerson, aTransfer } from "../../../builders.ts";
import { freshFolder } from "../../folder.ts";
import { fillWorkspace, graphReaderSuite } from "../graphReaderSuite.ts";
import { dialogSuite } from "./dialog.ts";
import { faultsSuite } from "./faults.ts";
import { foreignSuite } from "./foreign.ts";
import { hostileSuite } from "./hostile.ts";
import { oddSuite, stoppedSuite } from "./odd.ts";
import { passwordSuite } from "./password.ts";
import { pinnedSuite } from "./pinned.ts";
import { pushAgainSuite } from "./pushAgain.ts";

const missing = prepareServer();
const at = freshFolder("all");
const graph = "suite";
let server: Server;
let session: Neo4jSession;
let connection: Connection;
const guarded: { server: Server | null } = { server: null };

const addressOf = ({ uri }: Server) => ({ uri, user: "neo4j", password: "", database: null });
const context = (more: Partial<PushContext> = {}): PushContext => ({ db: connection, session, graph, dataVersion: 1, ...more });

describe.skipIf(missing !== null)(`on a Neo4j server${missing === null ? "" : ` (skipped: ${missing})`}`, () => {
  beforeAll(async () => {
    server = await startServer(at("home"));
    session = openNeo4j(addressOf(server));
    connection = openWorkspaceFile(at("suite.caseweave"));
    fillWorkspace(connection);
    await pushGraph(context({ rowsAtOnce: 17 }));
  }, 240_000);

  afterAll(async () => {
    connection?.close();
    await session?.close();
    await Promise.all([server?.stop(), guarded.server?.stop()]);
  }, 60_000);

  graphReaderSuite("Neo4j", () => createNeo4jReader(session, ownShape(session, graph)));

  it("finds no difference after a push, and pushing again leaves what one push leaves", async () => {
    const first = await compareGraph({ db: connection, session, graph });
    expect(first).toMatchObject({ isSame: true, nodes: { onlyThere: 0, different: 0 }, links: { onlyThere: 0, different: 0 } });
    expect(first.nodes.same).toBe(first.nodes.here);
    const again = await pushGraph(context());
    expect(again.removed).toEqual({ nodes: 0, links: 0 });
    expect(await compareGraph({ db: connection, session, graph })).toEqual(first);
  });

  const bench = { server: () => server, session: () => session, at, guarded };
  foreignSuite(bench);
  hostileSuite(bench);
  oddSuite(bench);
  faultsSuite(bench);
  dialogSuite(bench);
  pushAgainSuite(bench);

  pinnedSuite(at);

  passwordSuite(at, () => guarded.server!);

  it("names differences both ways and changes nothing", async () => {
    const other = openWorkspaceFile(at("other.caseweave"));
    addSource(other, "ledger", [aTransfer({ from: "1001", to: "2002" }), aTransfer({ from: "5005", to: "2002" })]);
    await pushGraph(context({ db: other, graph: "other" }));
    addSource(other, "more", [aPerson({ key: "P9" })]);
    const here = openWorkspaceFile(at("third.caseweave"));
    addSource(here, "ledger", [aTransfer({ from: "1001", to: "2002", amountFen: 1 })]);
    const found = await compareGraph({ db: here, session, graph: "other" });
    expect(found.nodes).toMatchObject({ here: 2, onlyHere: 0, onlyThere: 1, examplesOnlyThere: ["account:5005"] });
    expect(found.links).toMatchObject({ different: 1, onlyThere: 1, examplesOnlyThere: ["transfer|account:5005|account:2002"] });
    expect((await compareGraph({ db: other, session, graph: "other" })).nodes).toMatchObject({
      onlyHere: 1,
      examplesOnlyHere: ["person:P9"],
    });
    here.close();
    other.close();
  });

  stoppedSuite(bench);
});
