// "And without that phone?": what the series on the chart fall into while entities are switched off, and one click back.

import { useEffect, useMemo, useState } from "react";
import type { ChartModel } from "../../../shared/chart/graphModel.ts";
import type { SeriesWithout } from "../../../shared/group/calls.ts";
import type { Input } from "../../../shared/rpc/contract.ts";
import { shownKey, shownKind } from "../../i18n/entityNames.ts";
import { useWords } from "../../i18n/index.ts";
import { joined } from "../../i18n/joined.ts";
import { Button, formatBits, formatCount, Icon } from "../../parts/index.ts";
import { switchAllOn, useChart } from "../../state/chart.ts";
import { useCall } from "../../state/useCall.ts";
import "./whatIf.css";

function Effect({ series, parts, strongLost, bitsBefore, bitsAfter }: SeriesWithout) {
  const t = useWords();
  const sizes = parts.map((part) => formatCount(part.length)).join(" + ");
  return (
    <span className={parts.length > 1 ? "cw-what-if-split" : ""}>
      <b>{series}</b> {parts.length > 1 ? t("chart.whatIf.splits", { parts: sizes }) : t("chart.whatIf.holds", { cases: sizes })}{" "}
      <span className="cw-quiet">
        {t("chart.whatIf.bits", { before: formatBits(bitsBefore), after: formatBits(bitsAfter), lost: formatCount(strongLost) })}
      </span>
    </span>
  );
}

const mostNamed = 3;

type Question = Input<"group.previewWithout"> | null;

/** Asks for what is switched off now only after the answer to what was before: a cancelled question ends the child with its prepared cases. */
function usePatientCall(question: Question) {
  const [asked, setAsked] = useState<Question>(null);
  const call = useCall("group.previewWithout", asked, ["group"]);
  const isOld = JSON.stringify(asked) !== JSON.stringify(question);
  useEffect(() => {
    if (isOld && !call.isLoading) setAsked(question);
  });
  return { data: call.data, error: call.error, isLoading: call.isLoading || isOld };
}

/** Two ends are cut when every link between them on the chart is off and neither end is. */
export function cutsOf({ links, disabled }: Pick<ChartModel, "links" | "disabled">): readonly [string, string][] {
  const between = Map.groupBy(links.values(), ({ from, to }) => (from < to ? `${from}\n${to}` : `${to}\n${from}`));
  return [...between.values()].flatMap((group): [string, string][] => {
    const { from, to } = group[0]!;
    return group.every(({ id }) => disabled.has(id)) && !disabled.has(from) && !disabled.has(to) ? [[from, to]] : [];
  });
}

export function WhatIfStrip() {
  const t = useWords();
  const model = useChart((state) => state.chart.model);
  const off = useMemo(() => [...model.disabled].filter((ref) => model.nodes.has(ref)), [model]);
  const cases = useMemo(
    () => [...model.nodes.keys()].filter((ref) => shownKind(ref) === "case" && !model.disabled.has(ref)).map((ref) => shownKey(ref, false)),
    [model],
  );
  const without = off.filter((ref) => shownKind(ref) !== "case");
  const cuts = useMemo(() => cutsOf(model), [model]);
  const isNothing = without.length + cuts.length === 0;
  const { data, error, isLoading } = usePatientCall(isNothing || cases.length === 0 ? null : { cases, without, cuts: [...cuts] });
  if (isNothing) return null;
  const names = [...without.map((ref) => shownKey(ref)), ...cuts.map(([a, b]) => `${shownKey(a)} – ${shownKey(b)}`)];
  return (
    <div className="cw-what-if" role="status">
      <Icon name="linkOff" size={16} />
      <span>
        {t(names.length > mostNamed ? "chart.whatIf.withoutMany" : "chart.whatIf.without", {
          names: joined(t, names.slice(0, mostNamed)),
          count: names.length,
        })}
      </span>
      {isLoading && <span className="cw-quiet">{t("chart.whatIf.working")}</span>}
      {error !== null && <span className="cw-tone-warn">{t("chart.whatIf.unknown")}</span>}
      {!isLoading && data?.map((one) => <Effect key={one.series} {...one} />)}
      {!isLoading && data?.length === 0 && <span className="cw-quiet">{t("chart.whatIf.noSeries")}</span>}
      <Button small icon="arrowBackUp" onClick={switchAllOn}>
        {t("chart.whatIf.back")}
      </Button>
    </div>
  );
}
