// The window of the one who speaks: notes of the scene that is on the wall, what comes next, how long it has taken.
import { useEffect, useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { EmptyState, PageTitle, Panel } from "../../../parts/index.ts";
import { readyBoard, useStoryboards } from "../../../state/storyboards.ts";
import { reportError } from "../../../state/toasts.ts";
import { minutesText } from "../board/boardWords.ts";
import { openStageLine, type StageMoment } from "./stageLine.ts";

function useMoment(board: string): StageMoment | null {
  const [moment, setMoment] = useState<StageMoment | null>(null);
  useEffect(() => {
    const line = openStageLine((heard) => heard !== "asked" && heard.board === board && setMoment(heard));
    line.tell("asked");
    return line.close;
  }, [board]);
  return moment;
}

function useSecondsSince(start: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return start === 0 ? 0 : Math.max(0, Math.round((now - start) / 1000));
}

export function SpeakerNotes({ id }: { readonly id: string }) {
  const t = useWords();
  const opened = useStoryboards((state) => state.ready[id]);
  const moment = useMoment(id);
  const elapsed = useSecondsSince(moment?.startedAt ?? 0);
  useEffect(() => void readyBoard(id).catch(reportError), [id]);
  const scenes = opened?.board.scenes ?? [];
  const scene = moment === null ? undefined : scenes[moment.index];
  if (opened === undefined || scene === undefined)
    return (
      <EmptyState icon="presentation" title={t("review.notes.waiting")}>
        {t("review.notes.waitingWhy")}
      </EmptyState>
    );
  const next = scenes[moment!.index + 1];
  const planned = scenes.slice(0, moment!.index + 1).reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
  return (
    <div className="cw-page">
      <PageTitle
        title={`${moment!.index + 1} / ${scenes.length} · ${scene.caption}`}
        tools={<b className="cw-number">{t("review.notes.time", { elapsed: minutesText(elapsed), planned: minutesText(planned) })}</b>}
      />
      <Panel className="cw-fill" title={t("review.scene.notes")}>
        <p className="cw-speaker-notes">{scene.notes === "" ? t("review.notes.none") : scene.notes}</p>
      </Panel>
      <p className="cw-quiet">{next === undefined ? t("review.notes.last") : t("review.notes.next", { caption: next.caption })}</p>
    </div>
  );
}
