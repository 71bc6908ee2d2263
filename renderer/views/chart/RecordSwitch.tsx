// The records that a node stands for: each can be looked at by itself, and they can be parted in the resolve stage.
import { entityName } from "../../i18n/entityNames.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, EntityLabel, formatCount } from "../../parts/index.ts";
import { useChart } from "../../state/chart.ts";
import { goTo } from "../../state/navigation.ts";
import "./recordSwitch.css";

interface Props {
  readonly records: readonly string[];
  readonly shown: string;
  readonly onShow: (ref: string) => void;
}

export function RecordSwitch({ records, shown, onShow }: Props) {
  const t = useWords();
  const nodes = useChart((state) => state.chart.model.nodes);
  const [head = ""] = records;
  const other = records.find((ref) => ref !== head && (shown === head || ref === shown)) ?? head;
  return (
    <section className="cw-records" aria-label={t("chart.records.title", { n: formatCount(records.length) })}>
      <header>
        <b>{t("chart.records.title", { n: formatCount(records.length) })}</b>
        <Button small tone="text" onClick={() => goTo("resolve", `${head}|${other}`)}>
          {t("chart.records.why")}
        </Button>
      </header>
      {records.map((ref, i) => (
        <button key={ref} type="button" className="cw-choice" aria-pressed={ref === shown} onClick={() => onShow(ref)}>
          <span className="cw-quiet">{i + 1}</span>{" "}
          <EntityLabel kind={ref.slice(0, ref.indexOf(":"))} label={entityName(ref, nodes.get(ref)?.label ?? "")} />
        </button>
      ))}
    </section>
  );
}
