// Review: decisions and minutes, storyboards with their desk and stage. The subject says which.
import type { ComponentType } from "react";
import { useWords } from "../../i18n/index.ts";
import { PageTitle } from "../../parts/index.ts";
import { reportPrefix } from "../../state/reports.ts";
import { boardPrefix, notesPrefix, stagePrefix, subjectPart } from "../../state/storyboards.ts";
import { parseWatchSubject } from "../../state/watches.ts";
import type { ViewProps } from "../viewProps.ts";
import "../analysis.css";
import { BoardList } from "./board/BoardList.tsx";
import { BoardView } from "./board/BoardView.tsx";
import { AsOfPage } from "./log/AsOfPage.tsx";
import { DecisionLog } from "./log/DecisionLog.tsx";
import { MinuteLog } from "./log/MinuteLog.tsx";
import { ReviewTabs, type Tab, tabOf } from "./ReviewTabs.tsx";
import { ReportDesk } from "./report/ReportDesk.tsx";
import { ReportList } from "./report/ReportList.tsx";
import { SpeakerNotes } from "./stage/SpeakerNotes.tsx";
import { Stage } from "./stage/Stage.tsx";
import { WatchPage } from "./watch/WatchPage.tsx";
import "./review.css";

function Log() {
  return (
    <div className="cw-review-log">
      <DecisionLog />
      <MinuteLog />
    </div>
  );
}

const pages: Readonly<Record<Tab, ComponentType>> = { log: Log, boards: BoardList, reports: ReportList, asOf: AsOfPage, watch: Log };

export function ReviewView({ subject }: ViewProps) {
  const t = useWords();
  const [stage, board, notes, report] = [stagePrefix, boardPrefix, notesPrefix, reportPrefix].map((prefix) => subjectPart(subject, prefix));
  const watched = parseWatchSubject(subject);
  if (watched !== null) return <WatchPage place={watched} />;
  if (stage) return <Stage subject={stage} />;
  if (notes) return <SpeakerNotes id={notes} />;
  if (board) return <BoardView key={board} id={board} />;
  if (report) return <ReportDesk key={report} id={report} />;
  const tab = tabOf(subject);
  const Shown = pages[tab];
  return (
    <div className="cw-page">
      <PageTitle title={t("review.title")} tools={<ReviewTabs tab={tab} />} />
      <Shown />
    </div>
  );
}
