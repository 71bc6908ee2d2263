// Two series side by side, or a series and the cases that would be split off: the effect is shown before anything is decided.
import { useEffect, useState } from "react";
import { toWire, type WireError } from "../../../shared/errors.ts";
import type { SeriesDetail } from "../../../shared/group/calls.ts";
import type { SeriesComparison } from "../../../shared/group/compareParts.ts";
import { nameOf } from "../../i18n/entityNames.ts";
import { useWords } from "../../i18n/index.ts";
import {
  CaseNumber,
  Drawer,
  EmptyState,
  EntityLabel,
  ErrorPanel,
  formatBits,
  formatCount,
  KindGlyph,
  Segmented,
  Skeleton,
} from "../../parts/index.ts";
import { engine } from "../../rpc/engine.ts";
import { mergeSeries, splitSeries } from "../../state/group.ts";
import { pairSubject } from "../../state/link.ts";
import { goTo } from "../../state/navigation.ts";
import { reportError } from "../../state/toasts.ts";
import { useCall } from "../../state/useCall.ts";
import { ReasonForm } from "./ReasonForm.tsx";

type Asked = { readonly series: string; readonly other: string | null; readonly without: string[] } | null;

function useComparison(asked: Asked) {
  const [answer, setAnswer] = useState<{ data: SeriesComparison | null; error: WireError | null }>({ data: null, error: null });
  const text = JSON.stringify(asked);
  useEffect(() => {
    const question = JSON.parse(text) as Asked;
    setAnswer({ data: null, error: null });
    if (question === null) return;
    const abort = new AbortController();
    engine.call("group.compareSeries", question, { signal: abort.signal }).then(
      (data) => !abort.signal.aborted && setAnswer({ data, error: null }),
      (error) => !abort.signal.aborted && setAnswer({ data: null, error: toWire(error) }),
    );
    return () => abort.abort();
  }, [text]);
  return answer;
}

const bitsOr = (value: number | null) => (value === null ? "—" : formatBits(value));

function Effect({ found, isMerge }: { readonly found: SeriesComparison; readonly isMerge: boolean }) {
  const t = useWords();
  const { cohesion, across, sizes } = found;
  const blanks = { a: bitsOr(cohesion.a), b: bitsOr(cohesion.b), together: bitsOr(cohesion.together), n: sizes[0], m: sizes[1] };
  return (
    <>
      <p className="cw-record-line">
        <b>{isMerge ? t("group.compare.ifMerged", blanks) : t("group.compare.ifSplit", blanks)}</b>
      </p>
      <p className="cw-record-line">
        {t("group.compare.across", {
          pairs: formatCount(across.pairs),
          likely: formatCount(across.likely),
          average: formatBits(across.average),
        })}{" "}
        {across.average > 0 ? t("group.compare.joins") : t("group.compare.parts")}
      </p>
      {found.rejected + found.confirmed > 0 && (
        <p className="cw-record-line cw-tone-minus">
          {t("group.compare.judged", { rejected: found.rejected, confirmed: found.confirmed })}
        </p>
      )}
    </>
  );
}

function Ties({ found }: { readonly found: SeriesComparison }) {
  const t = useWords();
  return (
    <>
      <h3 className="cw-record-line">{t("group.compare.strongest")}</h3>
      {found.strongest.map(({ a, b, bits }) => (
        <p key={pairSubject(a, b)} className="cw-record-line">
          <button type="button" className="cw-entity" onClick={() => goTo("link", a < b ? pairSubject(a, b) : pairSubject(b, a))}>
            <CaseNumber number={a} /> × <CaseNumber number={b} />
          </button>{" "}
          <b className="cw-number">{formatBits(bits)}</b>
        </p>
      ))}
      <h3 className="cw-record-line">{t("group.compare.shared")}</h3>
      {found.shared.length === 0 && <p className="cw-record-line cw-second">{t("group.compare.noShared")}</p>}
      {found.shared.map((shared) => (
        <p key={shared.entity} className="cw-record-line">
          <KindGlyph kind={shared.kind} size={15} /> <EntityLabel kind={shared.kind} label={nameOf(shared)} />{" "}
          <span className="cw-second">{t("group.compare.cases", { a: shared.casesA, b: shared.casesB })}</span>
        </p>
      ))}
    </>
  );
}

interface ChoiceProps {
  readonly detail: SeriesDetail;
  readonly other: string;
  readonly onOther: (series: string) => void;
}

function OtherSeries({ detail, other, onOther }: ChoiceProps) {
  const t = useWords();
  const { data } = useCall("group.listSeries", { sort: "cases" });
  return (
    <select className="cw-input" value={other} aria-label={t("group.compare.other")} onChange={(event) => onOther(event.target.value)}>
      <option value="">{t("group.compare.other")}</option>
      {data?.series
        .filter(({ series }) => series !== detail.series)
        .map(({ series, title, cases }) => (
          <option key={series} value={series}>
            {series} {title} · {cases.length}
          </option>
        ))}
    </select>
  );
}

interface TicksProps {
  readonly detail: SeriesDetail;
  readonly ticked: readonly string[];
  readonly onTick: (ticked: readonly string[]) => void;
}

function MemberTicks({ detail, ticked, onTick }: TicksProps) {
  return (
    <div className="cw-compare-ticks">
      {detail.members.map((member) => (
        <label key={member.case}>
          <input
            type="checkbox"
            checked={ticked.includes(member.case)}
            onChange={({ target }) => onTick(target.checked ? [...ticked, member.case] : ticked.filter((number) => number !== member.case))}
          />{" "}
          <CaseNumber number={member.case} /> <span className="cw-number cw-second">{member.membership.toFixed(2)}</span>
        </label>
      ))}
    </div>
  );
}

export function CompareDrawer({ detail, onClose }: { readonly detail: SeriesDetail; readonly onClose: () => void }) {
  const t = useWords();
  const [what, setWhat] = useState<"merge" | "split">("merge");
  const [other, setOther] = useState("");
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const isMerge = what === "merge";
  const isReady = isMerge ? other !== "" : ticked.length > 0 && ticked.length < detail.members.length;
  const { data, error } = useComparison(
    isReady ? { series: detail.series, other: isMerge ? other : null, without: isMerge ? [] : [...ticked] } : null,
  );
  const decide = (reason: string) =>
    void (isMerge ? mergeSeries(detail.series, other, reason) : splitSeries(detail.series, ticked, reason)).then(onClose, reportError);
  return (
    <Drawer
      wide
      title={t("group.compare.title", { series: detail.series })}
      label={t("group.compare.open")}
      onClose={onClose}
      foot={
        data !== null && (
          <ReasonForm key={what} isQuiet title={isMerge ? t("group.compare.merge") : t("group.compare.split")} onReason={decide} />
        )
      }
    >
      <div className="cw-compare-head">
        <Segmented
          label={t("group.compare.what")}
          value={what}
          options={[
            { value: "merge", text: t("group.compare.mergeWith") },
            { value: "split", text: t("group.compare.splitOff") },
          ]}
          onChange={setWhat}
        />
        {isMerge && <OtherSeries detail={detail} other={other} onOther={setOther} />}
      </div>
      {!isMerge && <MemberTicks detail={detail} ticked={ticked} onTick={setTicked} />}
      {error !== null && <ErrorPanel error={error} />}
      {!isReady && isMerge && (
        <EmptyState icon="arrowsSplit" title={t("group.compare.none")}>
          {t("group.compare.noneWhy")}
        </EmptyState>
      )}
      {isReady && data === null && error === null && <Skeleton rows={6} />}
      {data !== null && <Effect found={data} isMerge={isMerge} />}
      {data !== null && <Ties found={data} />}
    </Drawer>
  );
}
