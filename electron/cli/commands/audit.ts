// `audit verify <ws> [--head HASH]`: recomputes the chain; exit code 1 when a link is broken or the head, kept elsewhere, is gone. `audit list <ws>`.
import type { Command } from "../command.ts";
import { text, whole, wholeOf } from "../option.ts";
import { printDocument, printLines } from "../print.ts";
import { withEngine } from "../withEngine.ts";

export const auditCommand: Command = {
  name: "audit",
  summary: "cli.audit.summary",
  usage: "verify <workspace> [--head HASH] | list <workspace>",
  minimum: 2,
  most: 2,
  verbs: { at: 0, words: ["verify", "list"] },
  options: { top: whole("cli.option.topEntries"), head: text("cli.option.head", "HASH") },
  run: (args, io) => {
    const [verb, ...rest] = args.positionals;
    return withEngine({ ...args, positionals: rest }, io, {}, async (call) => {
      if (verb === "list") {
        printLines(io, await call("audit.listEntries", { limit: wholeOf(args.values["top"]) ?? 100 }));
        return 0;
      }
      const check = await call("audit.verifyChain", typeof args.values["head"] === "string" ? { head: args.values["head"] } : {});
      printDocument(io, check);
      return check.intact ? 0 : 1;
    });
  },
};
