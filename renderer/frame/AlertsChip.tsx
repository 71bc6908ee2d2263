// The bell: how many alerts are new, the newest of them, a tone when an import brings more.
import { Popover } from "antd";
import { useEffect, useRef, useState } from "react";
import type { AlertItem } from "../../shared/model/alert.ts";
import { useWords } from "../i18n/index.ts";
import { Button, EmptyState, Icon } from "../parts/index.ts";
import { tell } from "../state/toasts.ts";
import { useCall } from "../state/useCall.ts";
import { openAlerts, openWatches, soundAlert } from "../state/watches.ts";
import { AlertLines } from "./AlertLines.tsx";
import "./alerts.css";

const mostListed = 12;
/** More is not counted on a badge. */
const mostCounted = 99;

/** Tells when there are more new ones than before; not for those that stood there at the start. */
function useTellMore(count: number | null): void {
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (count === null) return;
    const more = before.current === null ? 0 : count - before.current;
    before.current = count;
    if (more <= 0) return;
    soundAlert(new Date());
    tell("watch.bell.told", { count: more });
  }, [count]);
}

function AlertList({ items, onClose }: { readonly items: readonly AlertItem[]; readonly onClose: () => void }) {
  const t = useWords();
  const go = (open: () => void) => () => {
    onClose();
    open();
  };
  return (
    <section className="cw-alerts" aria-label={t("watch.bell.label")}>
      {items.length === 0 ? <EmptyState icon="bell" title={t("watch.bell.none")} /> : <AlertLines items={items} onOpen={onClose} />}
      <footer className="cw-alerts-foot">
        <Button small tone="text" onClick={go(openWatches)}>
          {t("watch.tab.watches")}
        </Button>
        <Button small tone="text" onClick={go(() => openAlerts())}>
          {t("watch.bell.all")}
        </Button>
      </footer>
    </section>
  );
}

export function AlertsChip() {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const { data } = useCall("review.listAlerts", { state: "open", limit: mostListed }, ["watches", "facts"]);
  const count = data?.counts.new ?? null;
  useTellMore(count);
  const label = count ? `${t("watch.bell.label")} ${count}` : t("watch.bell.label");
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<AlertList items={data?.items ?? []} onClose={() => setOpen(false)} />}
      classNames={{ root: "cw-popover-flush" }}
    >
      <button type="button" className="cw-chip cw-bell" aria-expanded={isOpen} aria-label={label} title={label}>
        <Icon name="bell" size={16} />
        {count !== null && count > 0 && <span className="cw-bell-count">{count > mostCounted ? `${mostCounted}+` : count}</span>}
      </button>
    </Popover>
  );
}
