// Review: its pages under one head; boards, stages, notes and reports fill the view. The subject says which.
import { reportPrefix } from "../../state/reports.ts";
import { boardPrefix, notesPrefix, stagePrefix, subjectPart } from "../../state/storyboards.ts";
import type { ViewProps } from "../viewProps.ts";
import "../analysis.css";
import { BoardView } from "./board/BoardView.tsx";
import { findPage } from "./pages.ts";
import { ReviewHead } from "./ReviewHead.tsx";
import { ReportDesk } from "./report/ReportDesk.tsx";
import { SpeakerNotes } from "./stage/SpeakerNotes.tsx";
import { Stage } from "./stage/Stage.tsx";
import "./review.css";

export function ReviewView({ subject }: ViewProps) {
  const [stage, board, notes, report] = [stagePrefix, boardPrefix, notesPrefix, reportPrefix].map((prefix) => subjectPart(subject, prefix));
  if (stage) return <Stage subject={stage} />;
  if (notes) return <SpeakerNotes id={notes} />;
  if (board) return <BoardView key={board} id={board} />;
  if (report) return <ReportDesk key={report} id={report} />;
  const { page, about } = findPage(subject);
  return (
    <div className="cw-page">
      <ReviewHead page={page} about={about} />
      <page.component about={about} />
    </div>
  );
}
