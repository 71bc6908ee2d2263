// Cases and series like the clue. The cases are prepared in a child that is kept; what takes longer than the clue's second goes on there, and who asks again
// gets what it has come to. Once somebody assessed a clue, the cases are made ready again after every import, so that the next one need not wait for them.
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
  hasBegun: boolean;
}

/** One question at a time goes to the child of an engine: a second child would prepare all cases again. */
const lastOf = new WeakMap<JobHost, Running>();

/** Engines in which a clue was assessed. */
const used = new WeakSet<JobHost>();

/** Only makes ready, for whatever state the cases are in when its turn comes. */
const ready = "ready";

function ask(context: JobContext, question: string, inputNow: () => GuestTaskInput): Promise<ClueSimilar> {
  const before = lastOf.get(context.jobs);
  if (before?.question === question && !(question === ready && before.hasBegun)) return before.answer;
  // Not ended by the call that asks: what it prepares is there for the next one.
  const run = () => {
    running.hasBegun = true;
    return context.jobs.run<ClueSimilar>("compareGuest", inputNow(), { signal: new AbortController().signal, keep });
  };
  const answer = (before?.answer ?? Promise.resolve()).then(run, run);
  const running: Running = { question, answer, hasBegun: false };
  lastOf.set(context.jobs, running);
  const forget = () => void (lastOf.get(context.jobs) === running && lastOf.delete(context.jobs));
  answer.then(forget, forget);
  return answer;
}

type Asked = Pick<GuestTaskInput, "text" | "more" | "cases">;

const inputOf = (context: JobContext, asked: Asked): GuestTaskInput => ({ ...preparedOf(context), ...asked, top: shownCases });

/** Identifiers that stand in the text by themselves. */
const identifiersOf = ({ items }: Clue): GuestTaskInput["more"] =>
  items.flatMap(({ valid, entityKind, normal, text }) =>
    valid && entityKind !== null && normal !== null ? [{ kind: entityKind, key: normal, label: text }] : [],
  );

export function askSimilar(context: JobContext, clue: Clue): Promise<ClueSimilar> {
  used.add(context.jobs);
  const input = inputOf(context, { text: clue.text, more: identifiersOf(clue), cases: clue.namedCases });
  return ask(context, JSON.stringify(input), () => input);
}

export async function prepareSimilar(context: JobContext): Promise<void> {
  used.add(context.jobs);
  await ask(context, ready, () => inputOf(context, { text: null, more: [], cases: [] }));
}

/** After the cases changed, once their addresses are matched; nobody waits for it. */
export function prepareSimilarAgain(context: JobContext): void {
  if (!used.has(context.jobs)) return;
  const prepare = () => prepareSimilar(context);
  context.addresses
    .settle()
    .then(prepare)
    .catch(() => undefined); // who asks next hears of it
}
