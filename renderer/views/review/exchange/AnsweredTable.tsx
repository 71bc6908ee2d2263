// The answer to a question of ours: each identifier that we asked about, and what the other unit says of it.
import type { AnswerSheet, RequestSheet } from "../../../../shared/review/exchange/format.ts";
import { useWords } from "../../../i18n/index.ts";
import { formatTime, PlainTable, Tag } from "../../../parts/index.ts";

type Item = AnswerSheet["items"][number];

interface AnsweredProps {
  readonly answer: AnswerSheet;
  /** Null: the question was not ours, or is gone. */
  readonly asked: RequestSheet | null;
}

export function AnsweredTable({ answer, asked }: AnsweredProps) {
  const t = useWords();
  const nameOf = (number: number) => asked?.items.find((item) => item.number === number)?.key ?? `#${number}`;
  const count = (value: number | null) => (value === null ? "–" : String(value));
  const columns = [
    { key: "number", title: "#", align: "right" as const, render: ({ number }: Item) => number },
    { key: "name", title: t("exchange.request.identifier"), render: ({ number }: Item) => <b>{nameOf(number)}</b> },
    {
      key: "known",
      title: t("exchange.request.known"),
      render: ({ isKnown }: Item) => (
        <Tag tone={isKnown ? "plus" : "neutral"}>{isKnown ? t("exchange.request.yes") : t("exchange.request.no")}</Tag>
      ),
    },
    { key: "cases", title: t("exchange.request.cases"), align: "right" as const, render: ({ cases }: Item) => count(cases) },
    { key: "series", title: t("exchange.request.series"), align: "right" as const, render: ({ series }: Item) => count(series) },
    { key: "rows", title: t("exchange.count.rows"), align: "right" as const, render: ({ rows }: Item) => count(rows) },
    {
      key: "when",
      title: t("exchange.request.when"),
      render: ({ firstAt, lastAt }: Item) =>
        firstAt === null || lastAt === null ? "–" : `${formatTime(firstAt, "date")} – ${formatTime(lastAt, "date")}`,
    },
  ];
  return (
    <>
      {answer.note !== "" && <p className="cw-exchange-judgement">{answer.note}</p>}
      <PlainTable columns={columns} rows={answer.items} keyOf={({ number }) => String(number)} />
    </>
  );
}
