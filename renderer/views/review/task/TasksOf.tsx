// Tasks about one thing, on its page; nothing where there are none.
import { useWords } from "../../../i18n/index.ts";
import { Panel } from "../../../parts/index.ts";
import { useCall } from "../../../state/useCall.ts";
import { TaskLine } from "./TaskLine.tsx";

export function TasksOf({ about }: { readonly about: string }) {
  const t = useWords();
  const { data } = useCall("task.list", { state: "all", about, limit: 20 }, ["tasks", "group"]);
  if (data === null || data.items.length === 0) return null;
  return (
    <Panel title={t("task.title")} note={t("task.panel.open", { count: data.counts.open })}>
      <ul className="cw-task-lines">
        {data.items.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </ul>
    </Panel>
  );
}
