// The storyboards of the workspace, and the way to a new one: from a series, or empty.
import { useState } from "react";
import type { StoryboardItem } from "../../../../shared/review/storyboardCalls.ts";
import { useLanguage, useWords } from "../../../i18n/index.ts";
import { Button, type Column, DataTable, EmptyState, ErrorPanel, formatTime, Panel, Skeleton, Tag } from "../../../parts/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { openBoard, present } from "../../../state/storyboards.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { minutesText } from "./boardWords.ts";
import { draftBoard } from "./draftBoard.ts";

function NewBoard() {
  const t = useWords();
  const language = useLanguage();
  const { data } = useCall("group.listSeries", {}, ["group"]);
  const [series, setSeries] = useState("");
  const [isBusy, setBusy] = useState(false);
  const list = data?.series ?? [];
  const chosen = series || (list[0]?.series ?? "");
  const draft = () => {
    setBusy(true);
    draftBoard(chosen, t, language === "zh-CN")
      .catch(reportError)
      .finally(() => setBusy(false));
  };
  const empty = () =>
    engine
      .call("review.createStoryboard", { name: t("review.board.unnamed") })
      .then(({ id }) => openBoard(id))
      .catch(reportError);
  return (
    <div className="cw-board-new">
      <select className="cw-input" aria-label={t("review.board.series")} value={chosen} onChange={(event) => setSeries(event.target.value)}>
        {list.map((one) => (
          <option key={one.series} value={one.series}>
            {t("review.board.seriesOption", { series: one.series, title: one.title, count: one.cases.length })}
          </option>
        ))}
      </select>
      <Button tone="primary" icon="presentation" disabled={chosen === "" || isBusy} onClick={draft}>
        {t("review.board.draft")}
      </Button>
      <Button icon="plus" onClick={() => void empty()}>
        {t("review.board.empty")}
      </Button>
    </div>
  );
}

function useColumns(): readonly Column<StoryboardItem>[] {
  const t = useWords();
  const plain = (key: string, title: string, width: string, text: (item: StoryboardItem) => string): Column<StoryboardItem> => ({
    key,
    title,
    width,
    render: text,
    text,
  });
  return [
    {
      ...plain("name", t("review.board.name"), "minmax(0, 2fr)", (item) => item.name),
      render: ({ name, from }) => (
        <>
          {name} {from !== null && <Tag tone="accent">{from.unit}</Tag>}
        </>
      ),
    },
    plain("scenes", t("review.board.scenes"), "minmax(60px, 0.4fr)", (item) => String(item.scenes)),
    plain("time", t("review.board.time"), "minmax(60px, 0.4fr)", (item) => (item.seconds === 0 ? "—" : minutesText(item.seconds))),
    plain("saved", t("review.board.saved"), "minmax(124px, 0.7fr)", (item) => formatTime(item.savedAt)),
  ];
}

export function BoardList() {
  const t = useWords();
  const columns = useColumns();
  const [selected, setSelected] = useState<string | null>(null);
  const { data, error, reload } = useCall("review.listStoryboards", {}, ["storyboards"]);
  const chosen = data?.find(({ id }) => id === selected) ?? data?.[0];
  return (
    <Panel
      className="cw-fill"
      title={t("review.board.title")}
      tools={
        chosen !== undefined && (
          <>
            <Button small onClick={() => openBoard(chosen.id)}>
              {t("review.board.open")}
            </Button>
            <Button small icon="presentation" disabled={chosen.scenes === 0} onClick={() => present(chosen.id)}>
              {t("review.board.present")}
            </Button>
          </>
        )
      }
      foot={<NewBoard />}
    >
      {error ? (
        <ErrorPanel error={error} onRetry={reload} />
      ) : data === null ? (
        <Skeleton rows={10} />
      ) : data.length === 0 ? (
        <EmptyState icon="presentation" title={t("review.board.none")}>
          {t("review.board.noneWhy")}
        </EmptyState>
      ) : (
        <DataTable
          label={t("review.board.title")}
          columns={columns}
          rows={data}
          keyOf={(item) => item.id}
          selectedKey={chosen?.id ?? null}
          onSelect={(item) => setSelected(item.id)}
          onOpen={(item) => openBoard(item.id)}
        />
      )}
    </Panel>
  );
}
