// A report on the desk: its sections at the left, the page as it will print, the rows behind the chosen sentence at the right.
import { type ComponentType, type ReactNode, useState } from "react";
import type { OpenReport, ShownSentence } from "../../../../shared/review/reportCalls.ts";
import type { ReportChange } from "../../../../shared/review/reportDraft.ts";
import { useViewKeys } from "../../viewKeys.ts";
import { Citations } from "./Citations.tsx";
import type { DeskProps } from "./deskProps.ts";
import { Outline } from "./Outline.tsx";
import type { PaperBarProps } from "./PaperBar.tsx";
import { ReportPage } from "./ReportPage.tsx";

const sentencesOf = ({ sections }: OpenReport): readonly ShownSentence[] =>
  sections.filter(({ isOff }) => !isOff).flatMap(({ blocks }) => blocks.flatMap((block) => ("sentences" in block ? block.sentences : [])));

const nextBareKey = "F7";

interface OpenDeskProps {
  readonly report: OpenReport;
  /** A newer one is being made. */
  readonly isOld: boolean;
  readonly onChange: (change: ReportChange) => void;
  readonly bar: ComponentType<PaperBarProps>;
  readonly head?: ReactNode;
}

export function OpenDesk({ report, isOld, onChange, bar: Bar, head = null }: OpenDeskProps) {
  const [key, setKey] = useState("");
  const [isEditing, setEditing] = useState(false);
  const sentences = sentencesOf(report);
  const chosen = sentences.find((sentence) => sentence.key === key) ?? null;
  const choose = (next: string) => {
    setKey(next);
    setEditing(false);
  };
  useViewKeys("report", {
    [nextBareKey]: () => {
      const bare = sentences.find(({ citations }) => citations.length === 0);
      if (bare !== undefined) choose(bare.key);
    },
  });
  const desk: DeskProps = { report, chosen, onChoose: choose, onChange };
  return (
    <div className="cw-report">
      <Outline {...desk} />
      <div className="cw-report-middle">
        <Bar {...desk} isOld={isOld} isEditing={isEditing} onEdit={() => setEditing(!isEditing)} />
        <ReportPage {...desk} isEditing={isEditing} onEdited={() => setEditing(false)} head={head} />
      </div>
      <Citations {...desk} />
    </div>
  );
}
