// Cases and series like the clue. The cases are prepared in a child that is kept; what takes longer than the clue's second goes on there, and who asks again
// gets what it has come to.
import type { ClueSimilar } from "../../../../shared/review/assess/calls.ts";
import type { JobContext } from "../../handler.ts";
import type { JobHost } from "../../jobs/jobHost.ts";
import { keep, preparedOf } from "../../link/runLink.ts";
import type { Clue } from "./clue.ts";
import type { GuestTaskInput } from "./guestTask.ts";

const shownCases = 8;

interface Running {
  readonly question: string;
  readonly answer: Promise<ClueSimilar>;
}

/** One question at a time goes to the child of an engine: a second child would prepare all cases again. */
const lastOf = new WeakMap<JobHost, Running>();

function ask(context: JobContext, input: GuestTaskInput): Promise<ClueSimilar> {
  const question = JSON.stringify(input);
  const before = lastOf.get(context.jobs);
  if (before?.question === question) return before.answer;
  // Not ended by the call that asks: what it prepares is there for the next one.
  const run = () => context.jobs.run<ClueSimilar>("compareGuest", input, { signal: new AbortController().signal, keep });
  const answer = (before?.answer ?? Promise.resolve()).then(run, run);
  const running = { question, answer };
  lastOf.set(context.jobs, running);
  const forget = () => void (lastOf.get(context.jobs) === running && lastOf.delete(context.jobs));
  answer.then(forget, forget);
  return answer;
}

const inputOf = (context: JobContext, text: string | null, more: GuestTaskInput["more"]): GuestTaskInput => ({
  ...preparedOf(context),
  text,
  more,
  top: shownCases,
});

/** Identifiers that stand in the text by themselves. */
const identifiersOf = ({ items }: Clue): GuestTaskInput["more"] =>
  items.flatMap(({ valid, entityKind, normal, text }) =>
    valid && entityKind !== null && normal !== null ? [{ kind: entityKind, key: normal, label: text }] : [],
  );

export const askSimilar = (context: JobContext, clue: Clue): Promise<ClueSimilar> =>
  ask(context, inputOf(context, clue.text, identifiersOf(clue)));

export async function prepareSimilar(context: JobContext): Promise<void> {
  await ask(context, inputOf(context, null, []));
}
