// A task as one line: what, by whom, until when, about what. Opens on its page.
import type { TaskItem, TaskTie } from "../../../../shared/review/task/calls.ts";
import { entityName } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { Tag } from "../../../parts/index.ts";
import { openTasks, openTie } from "../../../state/tasks.ts";
import { standOf, stateKeys, stateTones } from "./taskWords.ts";
import "./task.css";

export const Ties = ({ about }: { readonly about: readonly TaskTie[] }) => (
  <span className="cw-task-ties">
    {about.map(({ ref, label, isKnown }) => (
      <button key={ref} type="button" className={isKnown ? "cw-entity cw-tone-accent" : "cw-entity cw-quiet"} onClick={() => openTie(ref)}>
        <span className="cw-label">{entityName(ref, label)}</span>
      </button>
    ))}
  </span>
);

export function TaskLine({ task }: { readonly task: TaskItem }) {
  const t = useWords();
  const stand = standOf(task);
  return (
    <li className="cw-task-line">
      <button type="button" className="cw-task-open" onClick={() => openTasks(task.id)}>
        <Tag tone={stateTones[stand]}>{t(stateKeys[stand])}</Tag> <span>{task.text}</span>
      </button>
      <p className="cw-small cw-quiet">
        {task.owner === "" ? t("task.line.nobody") : task.owner}
        {task.due !== null && ` · ${t("task.line.due", { due: task.due })}`} <Ties about={task.about} />
      </p>
    </li>
  );
}
