// The watch clock: how long ago the last transfer was, and what a stop could still reach.
import { useEffect, useState } from "react";
import type { MoneyDocument } from "../../../../shared/trace/moneyDocument.ts";
import { useWords } from "../../../i18n/index.ts";
import { Icon } from "../../../parts/index.ts";
import { readWatch, splitElapsed, type WatchTime } from "./watchClock.ts";

const phaseTones: Readonly<Record<WatchTime["phase"], string>> = { first: "cw-tone-minus", open: "cw-tone-warn", late: "cw-quiet" };

const percent = (share: number): string => (100 * share).toFixed(0);

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function WatchClock({ money }: { readonly money: MoneyDocument }) {
  const t = useWords();
  const watch = readWatch(money, useNow());
  if (watch === null) return null;
  const elapsed = splitElapsed(watch.seconds);
  return (
    <span className="cw-watch" role="timer" aria-live="off">
      <Icon name="clock" size={14} />
      <span className={phaseTones[watch.phase]}>
        {"clock" in elapsed ? t("trace.watch.clock", { clock: elapsed.clock }) : t("trace.watch.days", elapsed)}
      </span>
      <b title={t("trace.watch.why")}>{t("trace.watch.within", { held: percent(watch.held), unseen: percent(watch.unseen) })}</b>
    </span>
  );
}
