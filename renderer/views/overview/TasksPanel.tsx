// Tasks that wait, the most urgent first: what meetings decided stays in sight until it is done.
import { useWords } from "../../i18n/index.ts";
import { Button, Panel } from "../../parts/index.ts";
import { openTasks } from "../../state/tasks.ts";
import { useCall } from "../../state/useCall.ts";
import { TaskLine } from "../review/task/TaskLine.tsx";

const mostListed = 3;

export function TasksPanel() {
  const t = useWords();
  const { data } = useCall("task.list", { state: "open", limit: mostListed }, ["tasks", "group"]);
  if (data === null || data.counts.open === 0) return null;
  const { open, overdue } = data.counts;
  return (
    <Panel
      className="cw-tasks-panel"
      title={t("task.panel.title")}
      note={overdue === 0 ? t("task.panel.open", { count: open }) : t("task.panel.overdue", { count: open, overdue })}
      tools={
        <Button small tone="text" onClick={() => openTasks()}>
          {t("task.panel.all")}
        </Button>
      }
    >
      <ul className="cw-task-lines">
        {data.items.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </ul>
    </Panel>
  );
}
