// All tasks at the left, the most urgent first; the chosen one at the right.

import { useState } from "react";
import type { TaskFilter, TaskItem } from "../../../../shared/review/task/calls.ts";
import { useWords } from "../../../i18n/index.ts";
import { joined } from "../../../i18n/joined.ts";
import { type Column, DataTable, EmptyState, ErrorPanel, formatCount, Panel, Segmented, Skeleton, Tag } from "../../../parts/index.ts";
import { openTasks } from "../../../state/tasks.ts";
import { useCall } from "../../../state/useCall.ts";
import type { ReviewPageProps } from "../page.ts";
import { TaskDetail } from "./TaskDetail.tsx";
import { Ties } from "./TaskLine.tsx";
import { standOf, stateKeys, stateTones } from "./taskWords.ts";
import "../watch/watch.css";
import "./task.css";

const filters: readonly TaskFilter[] = ["open", "overdue", "done", "dropped", "all"];

function useColumns(): readonly Column<TaskItem>[] {
  const t = useWords();
  return [
    {
      key: "state",
      title: t("task.column.state"),
      width: "72px",
      render: (task) => <Tag tone={stateTones[standOf(task)]}>{t(stateKeys[standOf(task)])}</Tag>,
      text: (task) => t(stateKeys[standOf(task)]),
    },
    {
      key: "text",
      title: t("task.field.text"),
      width: "minmax(140px, 2fr)",
      render: ({ id, text }) => <span title={text}>{`${id} ${text}`}</span>,
      text: ({ id, text }) => `${id} ${text}`,
    },
    {
      key: "owner",
      title: t("task.field.owner"),
      width: "minmax(80px, 0.7fr)",
      render: ({ owner }) => (owner === "" ? <span className="cw-quiet">{t("task.line.nobody")}</span> : owner),
      text: ({ owner }) => owner,
    },
    {
      key: "due",
      title: t("task.field.due"),
      width: "96px",
      render: ({ due, isOverdue }) => <span className={isOverdue ? "cw-number cw-tone-contra" : "cw-number"}>{due ?? "—"}</span>,
      text: ({ due }) => due ?? "",
    },
    {
      key: "about",
      title: t("task.field.about"),
      width: "minmax(100px, 1.2fr)",
      render: ({ about }) => <Ties about={about} />,
      text: ({ about }) =>
        joined(
          t,
          about.map(({ label }) => label),
        ),
    },
  ];
}

function TaskTable({ items, chosen }: { readonly items: readonly TaskItem[]; readonly chosen: string }) {
  const t = useWords();
  const columns = useColumns();
  return (
    <DataTable
      label={t("task.title")}
      columns={columns}
      rows={items}
      keyOf={({ id }) => id}
      selectedKey={chosen === "" ? null : chosen}
      onSelect={({ id }) => openTasks(id)}
    />
  );
}

export function TaskPage({ about: chosen }: ReviewPageProps) {
  const t = useWords();
  const [filter, setFilter] = useState<TaskFilter>(chosen === "" ? "open" : "all");
  const { data, error, reload } = useCall("task.list", { state: filter }, ["tasks", "group", "storyboards"]);
  const count = (one: TaskFilter) => (data === null ? "" : ` ${formatCount(data.counts[one])}`);
  return (
    <div className="cw-watch-columns">
      <Panel
        className="cw-fill"
        title={t("task.title")}
        tools={
          <Segmented<TaskFilter>
            label={t("task.column.state")}
            value={filter}
            onChange={setFilter}
            options={filters.map((value) => ({ value, text: t(stateKeys[value]) + count(value) }))}
          />
        }
      >
        {error ? (
          <ErrorPanel error={error} onRetry={reload} />
        ) : data === null ? (
          <Skeleton rows={10} />
        ) : data.items.length === 0 ? (
          <EmptyState icon="checklist" title={t("task.empty.title")}>
            {t("task.empty.why")}
          </EmptyState>
        ) : (
          <TaskTable items={data.items} chosen={chosen} />
        )}
      </Panel>
      <TaskDetail task={data?.items.find(({ id }) => id === chosen)} />
    </div>
  );
}
