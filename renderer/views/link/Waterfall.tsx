// The evidence waterfall: how prior and bars add up to the total, each with its sentence and where its weight comes from.
import { Popover } from "antd";
import type { PairExplanation } from "../../../shared/link/calls.ts";
import type { EvidenceBar } from "../../../shared/link/pairScore.ts";
import { evidenceSentence, featureName } from "../../i18n/evidence.ts";
import { useWords } from "../../i18n/index.ts";
import { basisKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Bits, formatBits, formatCount, formatPosterior, Panel, SignMark, Tag } from "../../parts/index.ts";
import { usePreferences } from "../../state/preferences.ts";
import { type Axis, axisOf, notCounted, placeOf, posteriorOf, type WaterfallRow, waterfallRows } from "./waterfall.ts";

const shortShare = (share: number): string => (share >= 0.0095 ? share.toFixed(2) : share.toPrecision(1)).replace(/^0\./, ".");

function WeightCounts({ bar }: { readonly bar: EvidenceBar }) {
  const t = useWords();
  const { m, u, mCount, uCount } = bar;
  const line = (count: readonly [number, number] | null, share: number) =>
    count === null
      ? share.toPrecision(2)
      : t("link.weight.share", {
          part: formatCount(Math.round(count[0])),
          whole: formatCount(Math.round(count[1])),
          share: share.toPrecision(2),
        });
  return (
    <dl className="cw-weight-counts">
      {m !== null && <dt>{t("link.weight.m")}</dt>}
      {m !== null && <dd>{line(mCount, m)}</dd>}
      {u !== null && <dt>{t("link.weight.u")}</dt>}
      {u !== null && <dd>{line(uCount, u)}</dd>}
      {m === null && <dt>{t("link.weight.formula")}</dt>}
      {m === null && (
        <dd>
          {Object.entries(bar.detail)
            .map(([name, value]) => `${name} = ${value}`)
            .join("; ")}
        </dd>
      )}
      <dt>{t("link.weight.raw")}</dt>
      <dd>
        {formatBits(bar.rawBits, 2)} × {bar.damping.toFixed(2)} = {formatBits(bar.bits, 2)}
      </dd>
    </dl>
  );
}

function weightText(bar: EvidenceBar, isDamped: boolean): string {
  if (bar.sign === "~") return "—";
  if (isDamped) return `${Math.abs(bar.rawBits).toFixed(1)} × ${bar.damping.toFixed(2).replace(/^0/, "")}`;
  return bar.m === null || bar.u === null ? "f" : `m ${shortShare(bar.m)} / u ${shortShare(bar.u)}`;
}

function Weight({ row }: { readonly row: WaterfallRow }) {
  const t = useWords();
  if (row.bar === null) return <span />;
  const text = weightText(row.bar, row.head !== null || row.bar.damping < 0.995);
  return (
    <Popover content={<WeightCounts bar={row.bar} />} title={featureName(t, row.bar.feature)} trigger="click" placement="left">
      <button type="button" className="cw-weight" title={t("link.weight.open")}>
        {text === "f" ? t("link.weight.byFormula") : text}
      </button>
    </Popover>
  );
}

function Track({
  row,
  axis,
  threshold,
  before,
}: {
  readonly row: WaterfallRow;
  readonly axis: Axis;
  readonly threshold: number;
  readonly before: number | null;
}) {
  const [from, to] = [placeOf(axis, Math.min(row.start, row.end)), placeOf(axis, Math.max(row.start, row.end))];
  const tone =
    row.kind === "bar" ? (row.bits > 0 ? "plus" : row.bits < 0 ? (row.bar!.sign === "!" ? "contra" : "minus") : "none") : row.kind;
  return (
    <div className="cw-fall-track" title={formatBits(row.bits, 2)}>
      <i className="cw-fall-zero" style={{ left: `${placeOf(axis, 0)}%` }} />
      <i className="cw-fall-threshold" style={{ left: `${placeOf(axis, threshold)}%` }} />
      {before !== null && <i className="cw-fall-join" style={{ left: `${placeOf(axis, before)}%` }} />}
      {tone === "none" ? (
        <i className="cw-fall-dot" style={{ left: `${from}%` }} />
      ) : (
        <i className={`cw-fall-bar cw-fall-${tone}`} style={{ left: `${from}%`, width: `${to - from}%` }} />
      )}
    </div>
  );
}

function RowText({ row, explanation }: { readonly row: WaterfallRow; readonly explanation: PairExplanation }) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const { score, calibrated } = explanation;
  if (row.kind === "prior")
    return <RowWords name={t("link.fall.prior")} sentence={t("link.fall.priorNote", { n: formatCount(Math.round(2 ** -score.prior)) })} />;
  if (row.kind === "total")
    return (
      <RowWords
        name={t("link.fall.total")}
        sentence={calibrated ? t("link.fall.posterior", { posterior: formatPosterior(score.posterior) }) : t("link.fall.uncalibrated")}
      />
    );
  const bar = row.bar!;
  const sentence = evidenceSentence(t, bar, isMasked);
  const damped =
    row.head === null ? "" : t("link.fall.damped", { head: featureName(t, row.head.feature), percent: Math.round(bar.damping * 100) });
  return <RowWords name={featureName(t, bar.feature)} sentence={[sentence, damped].filter((part) => part !== "").join(" · ")} />;
}

function RowWords({ name, sentence }: { readonly name: string; readonly sentence: string }) {
  return (
    <>
      <span className="cw-fall-name" title={name}>
        {name}
      </span>
      <span className="cw-fall-sentence" title={sentence}>
        {sentence}
      </span>
    </>
  );
}

const silentWords = {
  missing: { name: "link.fall.missing", note: "link.fall.missingNote" },
  unlike: { name: "link.fall.unlike", note: "link.fall.unlikeNote" },
} as const;

/** Features that weigh nothing, for one side has no record, or what both have cannot be compared: one line names them all. */
function SilentFeatures({ rows, why }: { readonly rows: readonly WaterfallRow[]; readonly why: keyof typeof silentWords }) {
  const t = useWords();
  if (rows.length === 0) return null;
  const names = rows.map((row) => featureName(t, row.bar!.feature)).join(t("link.counter.and"));
  return (
    <div className="cw-fall-row cw-fall-missing">
      <SignMark sign="~" />
      <span className="cw-fall-name">{t(silentWords[why].name)}</span>
      <span className="cw-fall-sentence">{t(silentWords[why].note, { n: rows.length, names })}</span>
    </div>
  );
}

/** Every second tick, counted from nought, gives way where type is large. */
function isBetween(tick: number, [first = 0, second = 1]: readonly number[]): boolean {
  return Math.round(tick / (second - first)) % 2 !== 0;
}

export function Waterfall({ explanation }: { readonly explanation: PairExplanation }) {
  const t = useWords();
  const { score, threshold, modelNote } = explanation;
  const judged = modelNote.judgedPairs;
  const all = waterfallRows(score);
  const { missing, unlike } = notCounted(all, explanation.sides);
  const rows = all.filter((row) => !missing.includes(row) && !unlike.includes(row));
  const axis = axisOf(rows, threshold);
  return (
    <Panel
      className="cw-fall"
      title={t("link.fall.title")}
      note={t("link.fall.note", { posterior: posteriorOf(threshold).toFixed(2) })}
      tools={score.basis.map((basis) => <Tag key={basis}>{wordOf(t, basisKeys, basis)}</Tag>)}
    >
      <div className="cw-fall-row cw-fall-head">
        <span />
        <span>{t("link.fall.feature")}</span>
        <span>{t("link.fall.basis")}</span>
        <div className="cw-fall-track" aria-hidden="true">
          {axis.ticks.map((tick) => (
            <span key={tick} className={isBetween(tick, axis.ticks) ? "cw-tick-between" : ""} style={{ left: `${placeOf(axis, tick)}%` }}>
              {tick === 0 ? "0" : formatBits(tick, 0)}
            </span>
          ))}
        </div>
        <span className="cw-align-right">{t("link.fall.bits")}</span>
        <span
          className="cw-align-right"
          title={t(judged > 0 ? "link.fall.learnedJudged" : "link.fall.learned", { n: formatCount(judged) })}
        >
          {t("link.fall.weight")}
        </span>
      </div>
      {rows.map((row, i) => (
        <div key={row.key} className={`cw-fall-row cw-fall-row-${row.kind} ${row.head === null ? "" : "cw-fall-member"}`}>
          {row.bar === null ? <span className="cw-sign cw-sign-neutral">=</span> : <SignMark sign={row.bar.sign} />}
          <RowText row={row} explanation={explanation} />
          <Track row={row} axis={axis} threshold={threshold} before={row.kind === "bar" ? rows[i]!.start : null} />
          {row.kind === "total" ? (
            <b className="cw-number cw-tone-accent">{formatBits(row.bits)}</b>
          ) : row.kind === "prior" ? (
            <span className="cw-number cw-second">{formatBits(row.bits)}</span>
          ) : (
            <Bits bits={row.bits} />
          )}
          <Weight row={row} />
        </div>
      ))}
      <SilentFeatures rows={unlike} why="unlike" />
      <SilentFeatures rows={missing} why="missing" />
    </Panel>
  );
}
