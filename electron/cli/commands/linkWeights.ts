// `link weights <ws>`: the learned weights with the counts behind them; prior and counts set by hand, with the effect before, and back again.

import type { LearnedLevel } from "../../../shared/link/pairScore.ts";
import type { CountEdit, WeightEdits } from "../../../shared/link/weightEdits.ts";
import { type CommandArgs, type CommandIo, type CommandOption, UsageError } from "../command.ts";
import { flag, text } from "../option.ts";
import { printDocument } from "../print.ts";
import { withEngine } from "../withEngine.ts";

export const weightOptions: Readonly<Record<string, CommandOption>> = {
  expected: text("cli.option.expected", "N", { form: "number" }),
  set: text("cli.option.setCounts", "FEATURE/LEVEL=M,U", { multiple: true }),
  reset: flag("cli.option.resetWeights"),
  reason: text("cli.option.reason", "TEXT"),
  "dry-run": flag("cli.option.showEffect"),
};

/** `sharedAccount/shared=120,` sets the linked pairs of the level and leaves the unlinked ones as learned. */
function readEdit(typed: string): CountEdit {
  const match = /^([^/=]+)\/([^=]+)=(\d*\.?\d*),(\d*\.?\d*)$/.exec(typed);
  if (!match || (match[3] === "" && match[4] === "")) throw new UsageError("cli.usage.setCounts", { typed });
  const [, feature = "", level = "", m = "", u = ""] = match;
  return { feature, level, m: m === "" ? null : Number(m), u: u === "" ? null : Number(u) };
}

/** What is asked for beside what stands already; null: nothing is to be set. */
function readEdits({ values }: CommandArgs, standing: WeightEdits | null): WeightEdits | null {
  if (values["reset"] === true) return { expectedPairs: null, levels: [] };
  const set = [values["set"] ?? []].flat().filter((one) => typeof one === "string");
  if (set.length === 0 && values["expected"] === undefined) return null;
  const edits = set.map(readEdit);
  const others = (standing?.levels ?? []).filter(
    ({ feature, level }) => !edits.some((edit) => edit.feature === feature && edit.level === level),
  );
  const expectedPairs = typeof values["expected"] === "string" ? Number(values["expected"]) : (standing?.expectedPairs ?? null);
  return { expectedPairs, levels: [...others, ...edits] };
}

const levelLine = ({ feature, level, bits, m, u, mCount, uCount, learned }: LearnedLevel) => ({
  feature,
  level,
  bits,
  m,
  u,
  counts: { m: mCount, u: uCount },
  ...(learned === undefined ? {} : { learned: { bits: learned.bits, m: learned.m, u: learned.u } }),
});

export async function weights(args: CommandArgs, io: CommandIo): Promise<number> {
  return await withEngine({ ...args, positionals: args.positionals.slice(1) }, io, {}, async (call) => {
    const page = await call("link.readModel", {});
    const edits = readEdits(args, page?.stated ?? null);
    if (edits === null) {
      const model = page?.model;
      const { priorBits = null, expectedPairs = null, learnedFrom = null, levels = [] } = model ?? {};
      printDocument(io, { priorBits, expectedPairs, learnedFrom, stated: page?.stated ?? null, levels: levels.map(levelLine) });
      return 0;
    }
    const { model: _model, ...effect } = await call("link.previewWeights", { edits });
    const isKept = args.values["dry-run"] !== true;
    if (isKept) await call("link.stateWeights", { edits, reason: String(args.values["reason"] ?? "") });
    printDocument(io, { kept: isKept, edits, effect });
    return 0;
  });
}
