// The assessment of what stands in the box: asked when the typing rests, gone on with part by part where the second did not do.
import { useCallback, useEffect, useState } from "react";
import type { Assessment, ClueProbeName } from "../../../../shared/review/assess/calls.ts";
import { engine } from "../../../rpc/engine.ts";
import { reportError } from "../../../state/toasts.ts";
import { type CallState, useCall } from "../../../state/useCall.ts";

const restMilliseconds = 250;
/** Going on has no second to keep. */
const longest = 600_000;

function useRested(text: string): string {
  const [rested, setRested] = useState(text.trim());
  useEffect(() => {
    const timer = setTimeout(() => setRested(text.trim()), restMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

type Parts = Assessment["parts"];

export interface ShownAssessment extends Omit<CallState<Assessment>, "data"> {
  readonly text: string;
  readonly assessment: Assessment | null;
  /** Parts that are being gone on with. */
  readonly goingOn: ReadonlySet<ClueProbeName>;
  readonly goOn: (part: ClueProbeName) => void;
}

const nothing: ReadonlySet<ClueProbeName> = new Set();

export function useAssessment(typed: string): ShownAssessment {
  const text = useRested(typed);
  const { data, ...state } = useCall("assess.readClue", text === "" ? null : { text }, ["facts", "link", "group", "watches", "tasks"]);
  const [further, setFurther] = useState<{ readonly of: Assessment | null; readonly parts: Parts }>({ of: null, parts: {} });
  const [goingOn, setGoingOn] = useState(nothing);
  const goOn = useCallback(
    (part: ClueProbeName) => {
      setGoingOn((before) => new Set([...before, part]));
      engine
        .call("assess.readClue", { text, parts: [part], within: longest })
        .then(
          ({ parts }) => setFurther((before) => ({ of: data, parts: { ...(before.of === data ? before.parts : {}), ...parts } })),
          reportError,
        )
        .finally(() => setGoingOn((before) => new Set([...before].filter((one) => one !== part))));
    },
    [text, data],
  );
  const isComparing = data?.parts.similar?.isComplete === false;
  // What is compared goes on by itself in its child: it is only waited for.
  useEffect(() => {
    if (isComparing) goOn("similar");
  }, [isComparing, goOn]);
  const assessment = data && further.of === data ? { ...data, parts: { ...data.parts, ...further.parts } } : data;
  return { ...state, text, assessment: text === "" ? null : assessment, goingOn, goOn };
}

/** The cases are made ready when the page opens, so that the first clue need not wait. */
export function usePrepared(): void {
  useEffect(() => {
    engine.call("assess.prepare", {}).catch(reportError);
  }, []);
}
