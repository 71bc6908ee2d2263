// The selected link: its two ends, how often, how much, from when to when.
import { membersOf } from "../../../shared/chart/drawn/drawn.ts";
import { drawnOf } from "../../../shared/chart/drawn/index.ts";
import type { ChartLink } from "../../../shared/chart/elements.ts";
import { entityName, pairOfRefs } from "../../i18n/entityNames.ts";
import { useWords } from "../../i18n/index.ts";
import { linkKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Bits, Button, EntityLabel, formatCount, formatTime, KindGlyph, Money, Tag } from "../../parts/index.ts";
import { toggleSwitch, useChart } from "../../state/chart.ts";
import { goTo } from "../../state/navigation.ts";
import { selectEntities } from "../../state/selection.ts";
import { Comments } from "./Comments.tsx";
import { DraftNote, GradeField } from "./GradeField.tsx";

function End({ entity }: { readonly entity: string }) {
  const node = useChart((state) => drawnOf(state.chart.model).nodes.get(entity));
  if (node === undefined) return null;
  return (
    <button type="button" className="cw-link-end" onClick={() => selectEntities([entity])}>
      <KindGlyph kind={node.kind} subtype={node.subtype} size={18} />{" "}
      <EntityLabel kind={node.kind} label={entityName(entity, node.label)} />
    </button>
  );
}

export function LinkCard({ link }: { readonly link: ChartLink }) {
  const t = useWords();
  const model = useChart((state) => state.chart.model);
  const members = membersOf(drawnOf(model).standsFor, link.id);
  const isDisabled = members.every((id) => model.disabled.has(id));
  const isEvidence = link.kind === "evidence";
  return (
    <div className="cw-inspector-link">
      <h2>{wordOf(t, linkKeys, link.kind)}</h2>
      <End entity={link.from} />
      <span className="cw-quiet">{link.directed ? "↓" : "↕"}</span>
      <End entity={link.to} />
      <dl>
        <dt>{t("chart.link.count")}</dt>
        <dd>{formatCount(link.count)}</dd>
        {link.sum !== null && <dt>{isEvidence ? t("chart.link.bits") : t("chart.link.sum")}</dt>}
        {link.sum !== null && <dd>{isEvidence ? <Bits bits={link.sum} /> : <Money amount={link.sum} />}</dd>}
        {link.firstAt !== null && <dt>{t("chart.link.period")}</dt>}
        {link.firstAt !== null && <dd>{`${formatTime(link.firstAt)} – ${formatTime(link.lastAt)}`}</dd>}
      </dl>
      {!link.confirmed && !model.drafts.has(link.id) && <Tag tone="warn">{t("chart.legend.unconfirmed")}</Tag>}
      <DraftNote id={link.id} />
      <GradeField id={link.id} />
      <Comments on={link.id} />
      <div className="cw-actions">
        <Button small icon="linkOff" onClick={() => toggleSwitch("disable", members)}>
          {isDisabled ? t("chart.inspector.enable") : t("chart.inspector.disable")}
        </Button>
        {isEvidence && (
          <Button small icon="link" onClick={() => goTo("link", pairSubject(link))}>
            {t("chart.link.openPair")}
          </Button>
        )}
      </div>
    </div>
  );
}

const pairSubject = (link: ChartLink): string => pairOfRefs(link.from, link.to);
