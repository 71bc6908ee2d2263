// Review: decisions and minutes, storyboards with their desk and stage. The subject says which.
import { useWords } from "../../i18n/index.ts";
import { PageTitle } from "../../parts/index.ts";
import { boardPrefix, notesPrefix, stagePrefix, subjectPart } from "../../state/storyboards.ts";
import { parseWatchSubject } from "../../state/watches.ts";
import type { ViewProps } from "../viewProps.ts";
import "../analysis.css";
import { BoardList } from "./board/BoardList.tsx";
import { BoardView } from "./board/BoardView.tsx";
import { DecisionLog } from "./log/DecisionLog.tsx";
import { MinuteLog } from "./log/MinuteLog.tsx";
import { ReviewTabs, tabOf } from "./ReviewTabs.tsx";
import { SpeakerNotes } from "./stage/SpeakerNotes.tsx";
import { Stage } from "./stage/Stage.tsx";
import { WatchPage } from "./watch/WatchPage.tsx";
import "./review.css";

export function ReviewView({ subject }: ViewProps) {
  const t = useWords();
  const [stage, board, notes] = [stagePrefix, boardPrefix, notesPrefix].map((prefix) => subjectPart(subject, prefix));
  const watched = parseWatchSubject(subject);
  if (watched !== null) return <WatchPage place={watched} />;
  if (stage) return <Stage subject={stage} />;
  if (notes) return <SpeakerNotes id={notes} />;
  if (board) return <BoardView key={board} id={board} />;
  const tab = tabOf(subject);
  return (
    <div className="cw-page">
      <PageTitle title={t("review.title")} tools={<ReviewTabs tab={tab} />} />
      {tab === "boards" ? (
        <BoardList />
      ) : (
        <div className="cw-review-log">
          <DecisionLog />
          <MinuteLog />
        </div>
      )}
    </div>
  );
}
