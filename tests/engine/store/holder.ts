// A process of its own that holds a workspace: `node holder.ts PATH [read SECONDS | write SECONDS]`, else it holds until it is killed.

import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import { readMeta, writeMeta } from "../../../electron/engine/store/sqlite/tables/meta.ts";
import { openWorkspace } from "../../../electron/engine/workspace/openWorkspace.ts";

const [path = "", mode = "hold", seconds = "0"] = process.argv.slice(2);

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function work(): Promise<{ done: number; errors: string[] }> {
  const opened = openWorkspace(path, { readOnly: mode === "read", key: null, author: { user: "tester", clock: Date.now } });
  const until = Date.now() + Number(seconds) * 1000;
  const errors: string[] = [];
  let done = 0;
  while (Date.now() < until) {
    try {
      if (mode === "write") opened.connection.write((db) => writeMeta(db, `n ${done % 50}`, String(done)));
      else opened.connection.all(sql`SELECT * FROM meta`) && readMeta(opened.connection, "n 1");
      done += 1;
    } catch (error) {
      errors.push(String((error as { code?: string }).code ?? error));
    }
    await nextTurn();
  }
  opened.close();
  return { done, errors };
}

if (mode === "hold") {
  openWorkspace(path, { readOnly: false, key: null, author: { user: "tester", clock: Date.now } });
  process.stdout.write("held\n");
  setInterval(() => {}, 1000);
} else process.stdout.write(`${JSON.stringify(await work())}\n`);
