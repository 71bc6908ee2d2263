// The cases behind the open cell, the latest first, each with its rows.
import { useEffect, useState } from "react";
import { dimensions } from "../../../../shared/review/statistics/dimensions.ts";
import type { Condition } from "../../../../shared/review/statistics/question.ts";
import { valueWord } from "../../../../shared/review/statistics/words.ts";
import type { StatisticsCase } from "../../../../shared/review/statisticsCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { crimeKeys, wordOf } from "../../../i18n/vocabulary.ts";
import {
  Button,
  CaseNumber,
  CitationLink,
  ErrorPanel,
  formatMoney,
  formatTime,
  IconButton,
  Panel,
  Skeleton,
} from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { useStatistics } from "../../../state/statistics.ts";
import { useCall } from "../../../state/useCall.ts";

const pageSize = 50;

function CaseLine({ one }: { readonly one: StatisticsCase }) {
  const t = useWords();
  return (
    <li>
      <button type="button" className="cw-statistics-case" onClick={() => goTo("link", one.case)}>
        <CaseNumber number={one.case} />
        <span className="cw-quiet">{one.at === null ? "" : formatTime(one.at)}</span>
      </button>
      <p>
        {wordOf(t, crimeKeys, one.type ?? "")}
        {one.loss !== null && <b className="cw-number">{formatMoney(one.loss)}</b>}
      </p>
      {one.address !== "" && <p className="cw-quiet cw-small">{one.address}</p>}
      <div className="cw-statistics-rows">
        {one.rows.map((row) => (
          <CitationLink key={`${row.sourceId} ${row.row}`} citation={row} />
        ))}
      </div>
    </li>
  );
}

const conditionWord = ({ dimension, code }: Condition, t: ReturnType<typeof useWords>): string =>
  t("statistics.cases.where", {
    dimension: t(dimensions[dimension].name),
    value: valueWord(dimension, code, (key, values) => t(key, values ?? {})),
  });

export function CasePanel({ where }: { readonly where: readonly Condition[] }) {
  const t = useWords();
  const state = useStatistics();
  const { basis } = state;
  const { from = null, to = null } = state.look === "calendar" ? {} : state;
  const [limit, setLimit] = useState(pageSize);
  const asked = JSON.stringify(where);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell begins at its first page
  useEffect(() => setLimit(pageSize), [asked]);
  const { data, error, reload } = useCall("statistics.cases", { from, to, basis, where: [...where], limit }, ["facts", "resolve"]);
  const close = <IconButton icon="cross" label={t("statistics.cases.close")} onClick={() => useStatistics.setState({ where: null })} />;
  return (
    <Panel
      className="cw-statistics-side"
      title={t("statistics.cases.title")}
      note={data === null ? "" : t("statistics.cases.count", { count: data.total })}
      tools={close}
      isScrolled
    >
      <p className="cw-statistics-about">{where.map((one) => conditionWord(one, t)).join(" · ")}</p>
      {error !== null ? (
        <ErrorPanel error={error} onRetry={reload} />
      ) : data === null ? (
        <Skeleton rows={8} />
      ) : (
        <ul className="cw-statistics-cases">
          {data.items.map((one) => (
            <CaseLine key={one.case} one={one} />
          ))}
        </ul>
      )}
      {data !== null && data.next !== null && <Button onClick={() => setLimit(limit + 4 * pageSize)}>{t("statistics.cases.more")}</Button>}
    </Panel>
  );
}
