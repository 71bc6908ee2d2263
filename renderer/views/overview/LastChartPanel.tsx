// Where you stopped: the chart that was kept last.
import type { Overview } from "../../../shared/workspace/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, formatCount, formatTime, Icon, Panel } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";

export function LastChartPanel({ chart }: { readonly chart: Overview["lastChart"] }) {
  const t = useWords();
  if (chart === null) return null;
  return (
    <Panel className="cw-last-chart" label={t("overview.last.label")}>
      <Icon name="history" size={18} />
      <div>
        <p>{t("overview.last.chart", { name: chart.name })}</p>
        <p className="cw-quiet cw-small">{t("overview.last.note", { at: formatTime(chart.at), count: formatCount(chart.entities) })}</p>
      </div>
      <Button small onClick={() => goTo("chart", `chart:${chart.id}`)}>
        {t("overview.last.open")}
      </Button>
    </Panel>
  );
}
