// Everyone of a list under watch at once, for one reason: all of it or nothing. What is watched already, and what stands twice, is counted and not watched twice.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { entityKinds } from "../../../../shared/model/entity.ts";
import { subjectText } from "../../../../shared/review/watch/subject.ts";
import type { Named, WatchesAdded, watchCalls } from "../../../../shared/review/watchCalls.ts";
import type { Params } from "../../../../shared/rpc/contract.ts";
import type { Handlers, WriteContext } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { endWatch, insertWatch } from "../../store/sqlite/tables/watch.ts";
import { watchName } from "./readAlerts.ts";
import { readSubject } from "./readSubject.ts";
import { findStanding, listNames, requireReason, requireSeries, requireWatch } from "./requireWatch.ts";

/** `phone:138…` names a kind and a key, `series:S-1` a series; anything else is read as it was typed. */
function namedBy(text: string): Named {
  if (text.startsWith("series:")) return { kind: "series", series: text.slice("series:".length), minBits: seriesBits };
  return entityKinds.some((kind) => text.startsWith(`${kind}:`)) ? { kind: "entity", entity: text } : { kind: "text", text };
}

/** As watching one series does where nothing else is said. */
const seriesBits = 4;

interface Line {
  readonly line: number;
  readonly text: string;
}

const linesOf = (texts: readonly string[]): Line[] =>
  texts.flatMap((text, at) => (text.trim() === "" ? [] : [{ line: at + 1, text: text.trim() }]));

/** With the line in what is refused. */
function readLine(db: ReadableDb, { line, text }: Line, now: number) {
  try {
    const read = readSubject(db, namedBy(text), now);
    if (read.subject.kind === "series") requireSeries(db, read.subject.series);
    return read;
  } catch (error) {
    if (error instanceof CaseweaveError && error.code === "watch-unclear")
      throw new CaseweaveError("watch-line-unclear", { line, text, count: Number(error.details["count"] ?? 0) });
    throw error;
  }
}

function addWatches(params: Params<"review.addWatches">, { db, user, clock, changed }: WriteContext): WatchesAdded {
  const reason = requireReason(params.reason);
  const now = clock();
  const lines = linesOf(params.texts);
  if (lines.length === 0) throw new CaseweaveError("watch-line-unclear", { line: 1, text: "", count: 0 });
  const read = lines.map((line) => ({ ...readLine(db, line, now), ...line }));
  const once = new Map<string, (typeof read)[number]>();
  for (const one of read) {
    const thing = subjectText(listNames(db, one.subject)[0]!);
    if (!once.has(thing)) once.set(thing, one);
  }
  const known = [...once].flatMap(([key, { subject, text }]) => {
    const watch = findStanding(db, subject, now);
    return watch === undefined ? [] : [{ key, text, watch }];
  });
  const held = new Set(known.map(({ key }) => key));
  const { expiresAt } = params;
  const owner = params.owner === "" ? user : params.owner;
  const added = [...once].flatMap(([key, { subject, label }]) =>
    held.has(key) ? [] : [watchName(insertWatch(db, { subject, label, reason, owner, expiresAt, createdAt: now, createdBy: user }))],
  );
  changed("watches");
  return { added, known: known.map(({ text, watch }) => ({ text, watch })), repeated: read.length - once.size };
}

export const manyHandlers: Pick<Handlers<typeof watchCalls>, "review.addWatches" | "review.removeWatches"> = {
  "review.addWatches": addWatches,
  "review.removeWatches": ({ watches, reason }, { db, clock, changed }) => {
    requireReason(reason);
    for (const watch of new Set(watches)) endWatch(db, requireWatch(db, watch).id, clock());
    changed("watches");
    return { watches: new Set(watches).size };
  },
};
