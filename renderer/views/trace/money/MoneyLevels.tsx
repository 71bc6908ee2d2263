// The money by levels: victims, first cards, second cards … with bands in proportion; one box lights everything up- and downstream.
import { decimalOf } from "../../../../shared/model/money.ts";
import type { MoneyCase, MoneyDocument } from "../../../../shared/trace/moneyDocument.ts";
import { useWords } from "../../../i18n/index.ts";
import { formatCount, formatMoney } from "../../../parts/index.ts";
import { light, useTrace } from "../../../state/trace.ts";
import { type Ends, layOutMoney, type MoneyBox, type MoneyPicture, streamOf } from "./moneyLayout.ts";
import { numberOwners, OwnMark } from "./OwnMark.tsx";

/** The least and the most that any policy brings to an account. */
export type MoneyRanges = ReadonlyMap<string, readonly [least: string, most: string]>;

const recordedKinds = ["stopped", "frozen", "returned"] as const;
const endKeys = ["held", "withdrawn", "left"] as const;

/** Whole yuan: the exact sum stands in the title. */
const yuan = (fen: number) => formatCount(Math.round(fen / 100));

function EndMarks({ ends, fen }: { readonly ends: Ends; readonly fen: number }) {
  return (
    <span className="cw-box-ends" aria-hidden="true">
      {endKeys.map(
        (key) =>
          ends[key] > 0 && <i key={key} className={`cw-end-${key}`} style={{ height: `${(100 * ends[key]) / Math.max(fen, 1)}%` }} />,
      )}
    </span>
  );
}

/** Percent of the column: a lower box holds two lines only. */
const leastHeightForRange = 10;

type Owners = ReturnType<typeof numberOwners>;

/** Victims and what the sheet of a case records as held back, by case. */
type Cases = ReadonlyMap<string, MoneyCase>;

interface BoxWordsProps {
  readonly box: MoneyBox;
  readonly cases: Cases;
  readonly range: readonly [string, string] | undefined;
  readonly owners: Owners;
}

/** 止付 2,100、冻结 2,100: what the case's sheet says, "" where it says nothing. */
function useRecorded(): (known: MoneyCase | undefined) => string {
  const t = useWords();
  return (known) =>
    recordedKinds
      .flatMap((kind) => (known?.[kind] == null ? [] : t(`trace.recorded.${kind}`, { sum: formatMoney(known[kind]) })))
      .join(t("report.cite.comma"));
}

function CaseWords({ number, known }: { readonly number: string; readonly known: MoneyCase | undefined }) {
  return (
    <span className="cw-box-line">
      <span>…{number.slice(-8)}</span>
      <span>{known?.victims[0] ?? ""}</span>
    </span>
  );
}

function BoxWords({ box, range, owners, cases }: BoxWordsProps) {
  const t = useWords();
  if (box.key === `rest ${box.column}`)
    return box.column === 0 ? t("trace.box.restCases", { count: box.count }) : t("trace.box.rest", { count: box.count });
  if (box.column === 0 && box.case === null) return t("trace.box.seeds", { count: box.count });
  if (box.case !== null) return <CaseWords number={box.case} known={cases.get(box.case)} />;
  if (box.account === null) return null;
  const { name, bank, identity, numbers } = box.account;
  const isRange = range !== undefined && range[0] !== range[1] && box.height >= leastHeightForRange;
  return (
    <>
      <span className="cw-box-line">
        <b>{numbers[0]?.slice(-4)}</b> <span className="cw-box-name">{name}</span> <OwnMark identity={identity} owners={owners} />
        <span className="cw-quiet cw-small">{bank}</span>
      </span>
      {isRange && (
        <span className="cw-quiet cw-small">
          {t("trace.box.range", { least: formatCount(Math.floor(Number(range[0]))), most: formatCount(Math.ceil(Number(range[1]))) })}
        </span>
      )}
    </>
  );
}

interface BoxProps extends BoxWordsProps {
  readonly isLit: boolean;
  readonly isDim: boolean;
}

function Box({ box, isLit, isDim, range, owners, cases }: BoxProps) {
  const t = useWords();
  const recordedOf = useRecorded();
  const ends = endKeys.filter((key) => box.ends[key] > 0).map((key) => `${t(`trace.end.${key}`)} ${formatMoney(decimalOf(box.ends[key]))}`);
  const known = box.case === null ? undefined : cases.get(box.case);
  const title = [
    ...(box.account?.numbers ?? []),
    ...(known === undefined ? [] : [known.case, ...known.victims]),
    formatMoney(decimalOf(box.fen)),
    ...ends,
    recordedOf(known),
  ];
  return (
    <button
      type="button"
      className={`cw-box ${isDim ? "cw-box-dim" : ""}`}
      aria-pressed={isLit}
      title={title.filter(Boolean).join(" · ")}
      style={{ top: `${box.top}%`, height: `${box.height}%` }}
      onClick={() => light(box.key)}
    >
      <span className="cw-box-words">
        <BoxWords box={box} range={range} owners={owners} cases={cases} />
        <span>
          <b className="cw-number">{yuan(box.fen)}</b> <span className="cw-quiet cw-small">{recordedOf(known)}</span>
        </span>
      </span>
      <EndMarks ends={box.ends} fen={box.fen} />
    </button>
  );
}

/** A band between two columns, drawn in a square of 100 by 100 that is stretched over the gap. */
function Bands({
  picture,
  column,
  stream,
}: {
  readonly picture: MoneyPicture;
  readonly column: number;
  readonly stream: ReadonlySet<string> | null;
}) {
  const columnOf = new Map(picture.boxes.map((box) => [box.key, box.column]));
  const own = picture.bands.filter(({ from }) => columnOf.get(from) === column);
  return (
    <svg className="cw-bands" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {own.map(({ from, to, fromTop, fromHeight, toTop, toHeight }) => (
        <path
          key={`${from}|${to}`}
          className={stream?.has(from) && stream.has(to) ? "cw-band cw-band-lit" : "cw-band"}
          d={`M0 ${fromTop} C50 ${fromTop} 50 ${toTop} 100 ${toTop} V${toTop + toHeight} C50 ${toTop + toHeight} 50 ${fromTop + fromHeight} 0 ${fromTop + fromHeight}Z`}
        />
      ))}
    </svg>
  );
}

export function MoneyLevels({ money, ranges }: { readonly money: MoneyDocument; readonly ranges: MoneyRanges }) {
  const t = useWords();
  const lit = useTrace((state) => state.lit);
  const picture = layOutMoney(money);
  const owners = numberOwners(money.accounts);
  const known = new Map(money.cases.map((one) => [one.case, one]));
  const stream = lit !== null && picture.boxes.some(({ key }) => key === lit) ? streamOf(picture, lit) : null;
  const columns = [0, ...picture.columns.map(({ level }) => level)];
  const cases = new Set(money.seeds.map((seed) => seed.case)).size;
  const deepest = columns.length - 1;
  const tracks = `repeat(${Math.max(1, deepest)}, minmax(0, 3.4fr)) minmax(0, 2.4fr)`;
  const titleOf = (column: number) => {
    if (column === 0) return t("trace.column.victims", { count: cases });
    const accounts = picture.columns[column - 1]!.accounts;
    return column === 4
      ? t("trace.column.deeper", { level: column, count: accounts })
      : t("trace.column.level", { level: t(`trace.level.${column}`), count: accounts });
  };
  return (
    <section className="cw-panel cw-levels" aria-label={t("trace.levels.title")}>
      <header className="cw-levels-head" style={{ gridTemplateColumns: tracks }}>
        {columns.map((column) => (
          <h3 key={column}>{titleOf(column)}</h3>
        ))}
      </header>
      <div className="cw-levels-body" style={{ gridTemplateColumns: tracks }}>
        {columns.map((column) => (
          <div key={column} className="cw-level">
            <div className="cw-level-boxes">
              {picture.boxes
                .filter((box) => box.column === column)
                .map((box) => (
                  <Box
                    key={box.key}
                    box={box}
                    isLit={box.key === lit}
                    isDim={stream !== null && !stream.has(box.key)}
                    range={ranges.get(box.key)}
                    owners={owners}
                    cases={known}
                  />
                ))}
            </div>
            {column < deepest && <Bands picture={picture} column={column} stream={stream} />}
          </div>
        ))}
      </div>
    </section>
  );
}
