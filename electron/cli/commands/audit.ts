// `audit verify <ws> [--head HASH]`: recomputes the chain; exit code 1 when a link is broken or the head, kept elsewhere, is gone. `audit list <ws>`.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { Command } from "../command.ts";
import { printDocument, printLines } from "../print.ts";
import { withEngine } from "../withEngine.ts";

export const auditCommand: Command = {
  name: "audit",
  summary: "cli.audit.summary",
  usage: "verify <workspace> [--head HASH] | list <workspace>",
  minimum: 2,
  options: { top: { type: "string" }, head: { type: "string" } },
  run: (args, io) => {
    const [verb, ...rest] = args.positionals;
    return withEngine({ ...args, positionals: rest }, io, {}, async (call) => {
      if (verb === "list") {
        printLines(io, await call("audit.listEntries", { limit: Number(args.values["top"] ?? 100) }));
        return 0;
      }
      if (verb !== "verify") throw new CaseweaveError("bad-request", { issues: [`audit ${verb}`] });
      const check = await call("audit.verifyChain", typeof args.values["head"] === "string" ? { head: args.values["head"] } : {});
      printDocument(io, check);
      return check.intact ? 0 : 1;
    });
  },
};
