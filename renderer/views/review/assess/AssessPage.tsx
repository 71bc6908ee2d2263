// A clue that arrives by telephone: type or paste anything, and see at once what the workspace knows of it.

import { useEffect, useState } from "react";
import type { ClueAnswers, ClueProbeName, TimedPart } from "../../../../shared/review/assess/calls.ts";
import { useWords } from "../../../i18n/index.ts";
import { joined } from "../../../i18n/joined.ts";
import { EmptyState, ErrorPanel, Panel } from "../../../parts/index.ts";
import { readAddress, useClue } from "../../../state/assess.ts";
import type { ReviewPageProps } from "../page.ts";
import { ClueBox } from "./ClueBox.tsx";
import { FoundPanel } from "./FoundPanel.tsx";
import { isEmptyPart, looks, Part, partNames } from "./Part.tsx";
import { partWords } from "./partWords.ts";
import { type ShownAssessment, useAssessment, usePrepared } from "./useAssessment.ts";
import "../watch/watch.css";
import "./assess.css";

type Parts = readonly (readonly [ClueProbeName, TimedPart<ClueAnswers[ClueProbeName]>])[];

function Column({ side, parts, shown }: { readonly side: "left" | "right"; readonly parts: Parts; readonly shown: ShownAssessment }) {
  return (
    <div className="cw-assess-column">
      {parts
        .filter(([name]) => looks[name].column === side)
        .map(([name, part]) => (
          <Part key={name} name={name} part={part} parts={shown.assessment?.parts ?? {}} goingOn={shown.goingOn} goOn={shown.goOn} />
        ))}
    </div>
  );
}

/** What was looked for and is not there, in one line. */
function NothingIn({ parts }: { readonly parts: Parts }) {
  const t = useWords();
  if (parts.length === 0) return null;
  return (
    <p className="cw-assess-nothing">
      {t("assess.nothing", {
        parts: joined(
          t,
          parts.map(([name]) => t(partWords[name])),
        ),
      })}
    </p>
  );
}

function useTicks(text: string) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another clue has other entities
  useEffect(() => setTicked(new Set()), [text]);
  const onTick = (entity: string) =>
    setTicked((before) => new Set(before.has(entity) ? [...before].filter((one) => one !== entity) : [...before, entity]));
  return { ticked, onTick };
}

export function AssessPage({ about }: ReviewPageProps) {
  const t = useWords();
  usePrepared();
  useEffect(() => readAddress(about), [about]);
  const typed = useClue((state) => state.text);
  const shown = useAssessment(typed);
  const ticks = useTicks(shown.text);
  const { assessment, error, isLoading, reload } = shown;
  const parts = partNames.flatMap((name) => {
    const part = assessment?.parts[name];
    return part === undefined ? [] : [[name, part] as const];
  });
  const [empty, full] = [parts.filter(([name, part]) => isEmptyPart(name, part)), parts.filter(([name, part]) => !isEmptyPart(name, part))];
  return (
    <div className="cw-assess">
      <ClueBox assessment={assessment} ticked={ticks.ticked} isLoading={isLoading || shown.text !== typed.trim()} />
      {error && (
        <Panel>
          <ErrorPanel error={error} onRetry={reload} />
        </Panel>
      )}
      {assessment === null ? (
        !isLoading && (
          <EmptyState icon="sparkles" title={t("assess.empty.title")}>
            {t("assess.empty.why")}
          </EmptyState>
        )
      ) : (
        <>
          <div className="cw-assess-columns">
            <FoundPanel assessment={assessment} {...ticks} />
            <Column side="left" parts={full} shown={shown} />
            <Column side="right" parts={full} shown={shown} />
          </div>
          <NothingIn parts={empty} />
        </>
      )}
    </div>
  );
}
