// Fills Node's compile cache with what the programs load that tests start: the command line and every task of a job's child.
// Run as a process of its own. A job's child never writes the cache itself, because it is killed when its work is done.
import { tasks } from "../electron/engine/jobs/tasks.ts";
import "../electron/cli/run.ts";
import "../electron/engine/jobs/child.ts";
import "../electron/engine/engine.ts";

for (const load of Object.values(tasks)) await load();
