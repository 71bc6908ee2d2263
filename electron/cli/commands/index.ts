// The registry of commands, in the order that help lists them. A new command is one file and one line.
import type { Command } from "../command.ts";
import { addressesCommand } from "./addresses.ts";
import { alertsCommand } from "./alerts.ts";
import { assessCommand } from "./assess.ts";
import { auditCommand } from "./audit.ts";
import { briefCommand } from "./brief.ts";
import { bundleCommand } from "./bundle.ts";
import { collideCommand } from "./collide.ts";
import { decideCommand } from "./decide.ts";
import { demoCommand } from "./demo.ts";
import { expandCommand } from "./expand.ts";
import { exportCommand } from "./export.ts";
import { groupCommand } from "./group.ts";
import { identifyCommand } from "./identify.ts";
import { importCommand } from "./import.ts";
import { likeCommand } from "./like.ts";
import { linkCommand } from "./link.ts";
import { motifsCommand } from "./motifs.ts";
import { neo4jCommand } from "./neo4j.ts";
import { packCommand } from "./pack.ts";
import { betweenCommand, pathCommand } from "./path.ts";
import { queryCommand } from "./query.ts";
import { rankCommand } from "./rank.ts";
import { reportCommand, verifyCommand } from "./report.ts";
import { resolveCommand } from "./resolve.ts";
import { searchCommand } from "./search.ts";
import { selfTestCommand } from "./selfTest.ts";
import { serveCommand } from "./serve.ts";
import { sourcesCommand } from "./sources.ts";
import { statisticsCommand } from "./statistics.ts";
import { staysCommand } from "./stays.ts";
import { taskCommand } from "./task.ts";
import { traceCommand } from "./trace.ts";
import { watchCommand } from "./watch.ts";

export const commands: readonly Command[] = [
  demoCommand,
  importCommand,
  sourcesCommand,
  identifyCommand,
  resolveCommand,
  addressesCommand,
  linkCommand,
  likeCommand,
  decideCommand,
  groupCommand,
  rankCommand,
  motifsCommand,
  traceCommand,
  collideCommand,
  staysCommand,
  searchCommand,
  expandCommand,
  pathCommand,
  betweenCommand,
  queryCommand,
  exportCommand,
  reportCommand,
  verifyCommand,
  statisticsCommand,
  briefCommand,
  watchCommand,
  assessCommand,
  alertsCommand,
  taskCommand,
  bundleCommand,
  packCommand,
  neo4jCommand,
  auditCommand,
  selfTestCommand,
  serveCommand,
];
