// "And without that phone?", live: answers are kept for the time of the stage, those for each switch alone are asked for ahead.
import { useEffect, useState } from "react";
import { toWire, type WireError } from "../../../../shared/errors.ts";
import type { SeriesWithout } from "../../../../shared/group/calls.ts";
import { engine } from "../../../rpc/engine.ts";

export interface WhatIf {
  readonly answer: readonly SeriesWithout[] | null;
  readonly error: WireError | null;
  readonly isWorking: boolean;
}

type Answers = Readonly<Record<string, readonly SeriesWithout[] | WireError>>;

const keyOf = (cases: readonly string[], without: readonly string[]): string => JSON.stringify([cases, without.toSorted()]);
const isError = (answer: readonly SeriesWithout[] | WireError): answer is WireError => "code" in answer;

/** One question at a time: a cancelled one would end the child with its prepared cases. What is asked for now goes before what is asked ahead. */
export function useWhatIf(cases: readonly string[], without: readonly string[], clues: readonly string[]): WhatIf {
  const [answers, setAnswers] = useState<Answers>({});
  const [asked, setAsked] = useState<string | null>(null);
  const wanted = [without, ...clues.map((clue) => [clue])].filter((one) => one.length > 0 && cases.length > 0);
  const next = wanted.find((one) => answers[keyOf(cases, one)] === undefined);
  const nextKey = next === undefined ? null : keyOf(cases, next);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question
  useEffect(() => {
    if (nextKey === null || asked !== null || next === undefined) return;
    setAsked(nextKey);
    engine
      .call("group.previewWithout", { cases: [...cases], without: [...next] }, { isMasked: true })
      .then(
        (answer) => setAnswers((known) => ({ ...known, [nextKey]: answer })),
        (error) => setAnswers((known) => ({ ...known, [nextKey]: toWire(error) })),
      )
      .finally(() => setAsked(null));
  }, [nextKey, asked]);
  if (without.length === 0) return { answer: null, error: null, isWorking: false };
  const answer = answers[keyOf(cases, without)];
  if (answer === undefined) return { answer: null, error: null, isWorking: true };
  return isError(answer) ? { answer: null, error: answer, isWorking: false } : { answer, error: null, isWorking: false };
}
