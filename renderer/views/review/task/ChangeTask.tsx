// An open task anew: who does it and until when; why goes into its history.
import { Popover } from "antd";
import { type FormEvent, useState } from "react";
import type { TaskItem } from "../../../../shared/review/task/calls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, DateField, thisDay } from "../../../parts/index.ts";
import { changeTask } from "../../../state/tasks.ts";
import { reportError } from "../../../state/toasts.ts";

function Form({ task, onDone }: { readonly task: TaskItem; readonly onDone: () => void }) {
  const t = useWords();
  const [form, setForm] = useState({ owner: task.owner, due: task.due ?? "", reason: "" });
  const change = (part: Partial<typeof form>) => setForm((old) => ({ ...old, ...part }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const { owner, due, reason } = form;
    changeTask({ task: task.id, owner, due: due === "" ? null : due, reason }).then(onDone, reportError);
  };
  return (
    <form className="cw-task-change" onSubmit={save}>
      <label>
        <span>{t("task.field.owner")}</span>
        <input className="cw-input" maxLength={60} value={form.owner} onChange={(event) => change({ owner: event.target.value })} />
      </label>
      <label>
        <span>{t("task.field.due")}</span>
        <DateField value={form.due} min={thisDay()} onChange={(due) => change({ due })} />
      </label>
      <label>
        <span>{t("task.change.why")}</span>
        <input className="cw-input" value={form.reason} onChange={(event) => change({ reason: event.target.value })} />
      </label>
      <button type="submit" className="cw-button cw-button-primary cw-button-small">
        {t("task.form.save")}
      </button>
    </form>
  );
}

export function ChangeTask({ task }: { readonly task: TaskItem }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      destroyOnHidden
      content={<Form task={task} onDone={() => setOpen(false)} />}
    >
      <Button small>{t("task.change.open")}</Button>
    </Popover>
  );
}
