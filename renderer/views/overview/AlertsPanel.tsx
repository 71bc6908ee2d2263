// What imports brought to what is watched, as long as nobody dealt with it.
import { AlertLines } from "../../frame/AlertLines.tsx";
import { useWords } from "../../i18n/index.ts";
import { Button, formatCount, Panel } from "../../parts/index.ts";
import { useCall } from "../../state/useCall.ts";
import { openAlerts } from "../../state/watches.ts";

const mostListed = 3;

export function AlertsPanel() {
  const t = useWords();
  const { data } = useCall("review.listAlerts", { state: "open", limit: mostListed }, ["watches", "facts"]);
  if (data === null || data.items.length === 0) return null;
  const [shown, all] = [data.items.length, data.counts.new + data.counts.seen];
  return (
    <Panel
      className="cw-alerts-panel"
      title={t("watch.list.title")}
      note={all > shown ? t("watch.list.newest", { count: shown, all: formatCount(all) }) : formatCount(all)}
      tools={
        <Button small tone="text" onClick={() => openAlerts()}>
          {t("watch.bell.all")}
        </Button>
      }
    >
      <AlertLines items={data.items} />
    </Panel>
  );
}
