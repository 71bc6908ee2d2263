// What is watched of the clue, the alerts about it, and the tasks.
import type { ClueAnswers } from "../../../../shared/review/assess/calls.ts";
import { AlertLines } from "../../../frame/AlertLines.tsx";
import { useWords } from "../../../i18n/index.ts";
import { watchLabel } from "../../../i18n/watchWords.ts";
import { Tag } from "../../../parts/index.ts";
import { openWatches } from "../../../state/watches.ts";
import { TaskLine } from "../task/TaskLine.tsx";

export function WatchesPart({ watches, alerts }: ClueAnswers["watches"]) {
  const t = useWords();
  return (
    <>
      <ul className="cw-assess-lines">
        {watches.map((watch) => (
          <li key={watch.id}>
            <div className="cw-assess-line">
              <button type="button" className="cw-entity cw-tone-accent" onClick={openWatches}>
                {watch.id}
              </button>
              <b>{watchLabel(t, watch)}</b>
              <span className="cw-assess-end cw-quiet">{watch.owner}</span>
            </div>
            <div className="cw-assess-line cw-small cw-quiet">
              <span>{watch.reason}</span>
              {watch.newAlerts > 0 && <Tag tone="warn">{t("assess.watch.new", { count: watch.newAlerts })}</Tag>}
            </div>
          </li>
        ))}
      </ul>
      <AlertLines items={alerts} />
    </>
  );
}

export const TasksPart = ({ items }: ClueAnswers["tasks"]) => (
  <ul className="cw-task-lines">
    {items.map((task) => (
      <TaskLine key={task.id} task={task} />
    ))}
  </ul>
);
