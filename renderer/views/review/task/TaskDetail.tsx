// One task in full: what it is about, what can be done with it, and its history.
import { Popover } from "antd";
import { useState } from "react";
import type { TaskChange, TaskItem } from "../../../../shared/review/task/calls.ts";
import type { TaskState } from "../../../../shared/review/task/task.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, formatTime, Panel, Skeleton, Tag } from "../../../parts/index.ts";
import { openBoard } from "../../../state/storyboards.ts";
import { settleTask } from "../../../state/tasks.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { ReasonForm } from "../../group/ReasonForm.tsx";
import { ChangeTask } from "./ChangeTask.tsx";
import { Ties } from "./TaskLine.tsx";
import { standOf, stateKeys, stateTones } from "./taskWords.ts";

interface SettleProps {
  readonly task: TaskItem;
  readonly state: TaskState;
  readonly title: string;
  readonly tone?: "primary" | "normal";
}

function Settle({ task, state, title, tone = "normal" }: SettleProps) {
  const [isOpen, setOpen] = useState(false);
  const settle = (reason: string) => void settleTask(task.id, state, reason).then(() => setOpen(false), reportError);
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" destroyOnHidden content={<ReasonForm title={title} onReason={settle} />}>
      <Button small tone={tone}>
        {title}
      </Button>
    </Popover>
  );
}

function Tools({ task }: { readonly task: TaskItem }) {
  const t = useWords();
  const stand = standOf(task);
  return (
    <>
      <Tag tone={stateTones[stand]}>{t(stateKeys[stand])}</Tag>
      {task.state === "open" ? (
        <>
          <ChangeTask key={`${task.id} ${task.entries}`} task={task} />
          <Settle task={task} state="dropped" title={t("task.action.drop")} />
          <Settle task={task} state="done" title={t("task.action.done")} tone="primary" />
        </>
      ) : (
        <Settle task={task} state="open" title={t("task.action.reopen")} />
      )}
    </>
  );
}

function History({ task }: { readonly task: TaskItem }) {
  const t = useWords();
  const { data, error, reload } = useCall("task.readHistory", { task: task.id }, ["tasks"]);
  if (error) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={3} />;
  return (
    <ol className="cw-minutes">
      {data.map((entry: TaskChange) => (
        <li key={`${entry.at} ${entry.state} ${entry.text} ${entry.reason}`}>
          <Tag tone={stateTones[entry.state]}>{t(stateKeys[entry.state])}</Tag>
          <div>
            <p>{entry.reason === "" ? entry.text : entry.reason}</p>
            <p className="cw-quiet cw-small">
              {entry.by} · {formatTime(entry.at)} · {entry.owner === "" ? t("task.line.nobody") : entry.owner}
              {entry.due !== null && ` · ${t("task.line.due", { due: entry.due })}`}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

export function TaskDetail({ task }: { readonly task: TaskItem | undefined }) {
  const t = useWords();
  if (task === undefined)
    return (
      <Panel className="cw-fill" label={t("task.detail.title")}>
        <EmptyState icon="pointer" title={t("task.detail.none")} />
      </Panel>
    );
  const { id, text, owner, due, about, board, boardName, openedBy, openedAt } = task;
  return (
    <Panel className="cw-fill" title={id} tools={<Tools task={task} />} isScrolled>
      <div className="cw-task-detail">
        <p className="cw-task-words">{text}</p>
        <p>
          {owner === "" ? t("task.line.nobody") : owner}
          {due !== null && ` · ${t("task.line.due", { due })}`}
        </p>
        <Ties about={about} />
        <p className="cw-quiet cw-small">
          {t("task.detail.opened", { by: openedBy, at: formatTime(openedAt) })}{" "}
          {board !== "" && (
            <button type="button" className="cw-entity cw-tone-accent" onClick={() => openBoard(board)}>
              {boardName}
            </button>
          )}
        </p>
      </div>
      <History task={task} />
    </Panel>
  );
}
