// The frame of a part: what it is, how much it found, how long it took, and the way on where the second did not do.
import type { ReactNode } from "react";
import type { ClueProbeName, TimedPart } from "../../../../shared/review/assess/calls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, Panel, Skeleton } from "../../../parts/index.ts";
import { partWords } from "./partWords.ts";

export interface PartProps {
  readonly name: ClueProbeName;
  readonly part: TimedPart<unknown>;
  readonly note?: ReactNode;
  readonly tools?: ReactNode;
  readonly isGoingOn: boolean;
  readonly onGoOn: () => void;
  readonly children?: ReactNode;
}

export function PartPanel({ name, part, note, tools, isGoingOn, onGoOn, children }: PartProps) {
  const t = useWords();
  const foot = !part.isComplete && (
    <>
      <span className="cw-tone-warn">{t(name === "similar" ? "assess.part.comparing" : "assess.part.counting")}</span>
      <Button small disabled={isGoingOn} onClick={onGoOn}>
        {t(isGoingOn ? "assess.part.goingOn" : "assess.part.goOn")}
      </Button>
    </>
  );
  return (
    <Panel
      className="cw-assess-part"
      title={t(partWords[name])}
      note={note}
      tools={
        <>
          {tools}
          <span className="cw-quiet cw-small cw-number">
            {t("assess.part.time", { count: Math.max(1, Math.round(part.milliseconds)) })}
          </span>
        </>
      }
      foot={foot}
    >
      {part.found === null ? <Skeleton rows={3} /> : children}
    </Panel>
  );
}
