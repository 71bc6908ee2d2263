// Finding paths between two selected entities, or the network that connects several; where there is none, why.
import { Popover } from "antd";
import { useState } from "react";
import type { NoPathReason } from "../../../shared/chart/pathCalls.ts";
import { entityName, shownKey, shownKind } from "../../i18n/entityNames.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, formatCount, KindGlyph, Segmented, Skeleton } from "../../parts/index.ts";
import { useChart } from "../../state/chart.ts";
import { useMenu } from "../../state/chartMenu.ts";
import { addWay, findPaths, forgetPaths, type PathQuestion, type PathWay, pathWays, usePaths } from "../../state/chartPaths.ts";
import { useSelection } from "../../state/selection.ts";
import { reportError } from "../../state/toasts.ts";
import "./pathMenu.css";

const wayKeys: Readonly<Record<PathWay, string>> = {
  one: "chart.path.one",
  all: "chart.path.all",
  best: "chart.path.best",
  inTime: "chart.path.inTime",
};
const whyKeys: Readonly<Record<NoPathReason, string>> = {
  apart: "chart.path.apart",
  "too-long": "chart.path.tooLong",
  "not-in-time": "chart.path.notInTime",
  excluded: "chart.path.excluded",
};
const steps = ["3", "4", "6", "10"].map((value) => ({ value, text: value }));

function Name({ entity }: { readonly entity: string }) {
  const node = useChart((state) => state.chart.model.nodes.get(entity));
  return (
    <span className="cw-path-name">
      <KindGlyph kind={shownKind(entity)} size={14} /> {node === undefined ? shownKey(entity) : entityName(entity, node.label)}
    </span>
  );
}

function Way({ refs }: { readonly refs: readonly string[] }) {
  const t = useWords();
  return (
    <li>
      <span className="cw-path-way">
        {refs.map((ref, i) => (
          <span key={ref}>
            {i > 0 && <i aria-hidden="true">→</i>}
            <Name entity={ref} />
          </span>
        ))}
      </span>
      <Button small onClick={() => addWay(refs).catch(reportError)}>
        {t("chart.path.add")}
      </Button>
    </li>
  );
}

function PathResult({ question }: { readonly question: PathQuestion }) {
  const t = useWords();
  const { paths, network, abort } = usePaths();
  const [a, b] = question.ends;
  if (abort !== null) return <Skeleton rows={3} />;
  if (paths !== null)
    return (
      <div className="cw-path-result" role="status">
        {paths.why !== null && <p className="cw-tone-warn">{t(whyKeys[paths.why], { a: shownKey(a!), b: shownKey(b!) })}</p>}
        {paths.why === "apart" && <p className="cw-quiet cw-small">{t("chart.path.gap")}</p>}
        <ul>
          {paths.paths.map((path) => (
            <Way key={path.nodes.join("\n")} refs={path.nodes} />
          ))}
        </ul>
        <Travelled count={paths.travelled} />
        {paths.isCut && <p className="cw-quiet cw-small">{t("chart.path.cut", { n: paths.paths.length })}</p>}
      </div>
    );
  if (network === null) return null;
  const apart = network.pairs.filter(({ why }) => why !== null);
  const between = network.nodes.length - question.ends.length;
  return (
    <div className="cw-path-result" role="status">
      <p>{t("chart.path.network", { joined: network.pairs.length - apart.length, pairs: network.pairs.length, n: between })}</p>
      <ul>
        {apart.map((pair) => (
          <li key={`${pair.a}\n${pair.b}`} className="cw-tone-warn">
            {t(whyKeys[pair.why!], { a: shownKey(pair.a), b: shownKey(pair.b) })}
          </li>
        ))}
      </ul>
      {apart.length > 0 && <p className="cw-quiet cw-small">{t("chart.path.gap")}</p>}
      <Travelled count={network.travelled} />
      <Button small tone="primary" disabled={between === 0} onClick={() => addWay(network.nodes.map(({ ref }) => ref)).catch(reportError)}>
        {t("chart.path.addNetwork", { n: between })}
      </Button>
    </div>
  );
}

/** A server sent the whole graph for this answer: how much that was. */
function Travelled({ count }: { readonly count: number | null }) {
  const t = useWords();
  return count === null ? null : <p className="cw-quiet cw-small">{t("chart.path.travelled", { n: formatCount(count) })}</p>;
}

function PathForm() {
  const t = useWords();
  const model = useChart((state) => state.chart.model);
  const chosen = useSelection((state) => state.entities).filter((ref) => model.nodes.has(ref) && !model.drafts.has(ref));
  const [way, setWay] = useState<PathWay>("one");
  const [max, setMax] = useState("6");
  const [isWithoutDisabled, setWithoutDisabled] = useState(false);
  const question = usePaths((state) => state.question);
  const hasDisabled = [...model.disabled].some((id) => model.nodes.has(id));
  const isFit = chosen.length >= 2 && chosen.length <= 50;
  return (
    <div className="cw-path-menu">
      <p>
        {chosen.length < 2 && t("chart.path.hint")}
        {chosen.length === 2 && <Way2 ends={chosen} />}
        {chosen.length > 2 && t("chart.path.between", { n: chosen.length })}
        {chosen.length > 50 && ` ${t("chart.path.tooMany")}`}
      </p>
      {chosen.length === 2 && (
        <Segmented
          label={t("chart.path.way")}
          value={way}
          options={pathWays.map((value) => ({ value, text: t(wayKeys[value]) }))}
          onChange={setWay}
        />
      )}
      <div className="cw-path-field">
        <span>{t("chart.path.max")}</span>
        <Segmented label={t("chart.path.max")} value={max} options={steps} onChange={setMax} />
      </div>
      {hasDisabled && (
        <label className="cw-path-field">
          <input type="checkbox" checked={isWithoutDisabled} onChange={() => setWithoutDisabled(!isWithoutDisabled)} />
          {t("chart.path.withoutDisabled")}
        </label>
      )}
      <Button
        small
        tone="primary"
        icon="route"
        disabled={!isFit}
        onClick={() => findPaths({ ends: chosen, way, max: Number(max), isWithoutDisabled })}
      >
        {chosen.length > 2 ? t("chart.path.connect") : t("chart.path.find")}
      </Button>
      {question !== null && <PathResult question={question} />}
    </div>
  );
}

function Way2({ ends }: { readonly ends: readonly string[] }) {
  return (
    <>
      <Name entity={ends[0]!} /> – <Name entity={ends[1]!} />
    </>
  );
}

export function PathMenu() {
  const t = useWords();
  const [isOpen, setOpen] = useMenu("path");
  const turn = (next: boolean) => {
    setOpen(next);
    if (!next) forgetPaths();
  };
  return (
    <Popover open={isOpen} trigger="click" placement="bottomLeft" destroyOnHidden onOpenChange={turn} content={<PathForm />}>
      <Button tone="text" small icon="route" className="cw-chart-action">
        {t("chart.action.path")}
      </Button>
    </Popover>
  );
}
