// The pipeline at a glance: each stage with its state in a few words; a click goes there.
import { type Stage, stages } from "../../../shared/stages.ts";
import type { WorkspaceInfo } from "../../../shared/workspace/calls.ts";
import { type Translate, useWords } from "../../i18n/index.ts";
import { formatCount, Icon } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { viewLooks } from "../viewLook.ts";

interface StageState {
  readonly text: string;
  readonly tone: "warn" | "accent" | "quiet";
}

const quiet = (text: string): StageState => ({ text, tone: "quiet" });
const warn = (text: string): StageState => ({ text, tone: "warn" });
const accent = (text: string): StageState => ({ text, tone: "accent" });

/** State of each stage, from the counts of the workspace alone. */
const stateOf: Readonly<Record<Stage, (info: WorkspaceInfo, t: Translate) => StageState>> = {
  import: ({ rejectedRows, sources }, t) =>
    rejectedRows > 0
      ? warn(t("overview.pipeline.rejected", { count: formatCount(rejectedRows) }))
      : quiet(t("overview.pipeline.sources", { count: formatCount(sources) })),
  resolve: ({ entities }, t) => quiet(t("overview.pipeline.people", { count: formatCount(entities.person ?? 0) })),
  link: ({ linkedAt, dataVersion, pairsWaiting }, t) => {
    if (linkedAt === null) return warn(t("overview.pipeline.notLinked"));
    if (linkedAt < dataVersion) return warn(t("overview.pipeline.stale"));
    return pairsWaiting > 0
      ? accent(t("overview.pipeline.pairs", { count: formatCount(pairsWaiting) }))
      : quiet(t("overview.pipeline.allJudged"));
  },
  group: ({ groupedAt, dataVersion, series }, t) => {
    if (groupedAt === null) return warn(t("overview.pipeline.notGrouped"));
    return groupedAt < dataVersion
      ? warn(t("overview.pipeline.stale"))
      : accent(t("overview.pipeline.series", { count: formatCount(series) }));
  },
  trace: ({ events }, t) => quiet(t("overview.pipeline.transfers", { count: formatCount(events.transfer ?? 0) })),
  chart: ({ charts }, t) =>
    quiet(charts === 0 ? t("overview.pipeline.noCharts") : t("overview.pipeline.charts", { count: formatCount(charts) })),
  review: ({ decisions, newAlerts }, t) =>
    newAlerts > 0
      ? accent(t("overview.pipeline.alerts", { count: formatCount(newAlerts) }))
      : quiet(t("overview.pipeline.decisions", { count: formatCount(decisions) })),
};

export function PipelineStrip({ info }: { readonly info: WorkspaceInfo }) {
  const t = useWords();
  return (
    <nav className="cw-pipeline" aria-label={t("overview.pipeline.label")} data-panel="" tabIndex={-1}>
      {stages.map((stage) => {
        const { text, tone } = stateOf[stage](info, t);
        return (
          <button key={stage} type="button" onClick={() => goTo(stage)}>
            <Icon name={viewLooks[stage].icon} size={20} />
            <span>
              <b>{t(viewLooks[stage].word)}</b>
              <span className={`cw-pipeline-state cw-pipeline-${tone}`} title={text}>
                {tone === "warn" && <Icon name="alertTriangle" size={13} />}
                <span>{text}</span>
              </span>
            </span>
          </button>
        );
      })}
    </nav>
  );
}
