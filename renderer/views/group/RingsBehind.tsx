// The rings behind a series, on its page: who does what, and the way to the ring.
import { useWords } from "../../i18n/index.ts";
import { Panel } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { useCall } from "../../state/useCall.ts";
import { useHeadlineMoney } from "./headlineMoney.ts";
import { RoleLines } from "./RingList.tsx";
import { useRingTitle } from "./ringNames.tsx";

export function RingsBehind({ series }: { readonly series: string }) {
  const t = useWords();
  const money = useHeadlineMoney();
  const title = useRingTitle();
  const { data } = useCall("group.listRings", {}, ["group"]);
  const rings = data?.rings.filter((ring) => ring.series.includes(series)) ?? [];
  if (rings.length === 0) return null;
  return (
    <Panel title={t("ring.behind.title")} note={t("ring.list.note")}>
      {rings.map((ring) => (
        <button key={ring.ring} type="button" className="cw-ring-row" onClick={() => goTo("group", ring.ring)}>
          <span className="cw-ring-head">
            <span>
              <b>{ring.ring}</b> {title(ring)}
            </span>
            <span className="cw-number cw-small cw-second">
              {t("ring.list.line", { people: ring.people, cases: ring.cases.length, loss: money(ring.loss) })}
            </span>
          </span>
          <RoleLines ring={ring} />
        </button>
      ))}
    </Panel>
  );
}
