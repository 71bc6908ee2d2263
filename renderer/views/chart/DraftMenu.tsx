// Drawing a hypothesis: an entity, or a link between two selected, with what it rests on. What is in the workspace already is offered first.
import { Popover } from "antd";
import { type FormEvent, useState } from "react";
import { entityKinds } from "../../../shared/model/entity.ts";
import { entityName } from "../../i18n/entityNames.ts";
import { useWords } from "../../i18n/index.ts";
import { kindKeys, linkKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Button, KindGlyph } from "../../parts/index.ts";
import { useChart } from "../../state/chart.ts";
import { drawEntity, drawLink } from "../../state/chartDrafts.ts";
import { useMenu } from "../../state/chartMenu.ts";
import { goTo } from "../../state/navigation.ts";
import { useSelection } from "../../state/selection.ts";
import { useCall } from "../../state/useCall.ts";

/** Kinds of link that a person may suspect: all but those that stand for others. */
const drawnKinds = Object.keys(linkKeys).filter((kind) => !["evidence", "several", "chain"].includes(kind));

/** What the workspace knows under this name: to take that, not to draw it again. */
function Existing({ words, onTaken }: { readonly words: string; readonly onTaken: () => void }) {
  const t = useWords();
  const { data } = useCall("workspace.searchEntities", words.length < 2 ? null : { words, limit: 4 });
  if (data === null || data.hits.length === 0) return null;
  return (
    <div className="cw-path-result">
      <p className="cw-quiet cw-small">{t("chart.draft.existing")}</p>
      <ul>
        {data.hits.map((hit) => (
          <li key={hit.entity}>
            <span className="cw-path-name">
              <KindGlyph kind={hit.kind} size={14} /> {entityName(hit.entity, hit.label)}
            </span>
            <Button
              small
              onClick={() => {
                goTo("chart", hit.entity);
                onTaken();
              }}
            >
              {t("chart.draft.take")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Ground({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
  const t = useWords();
  return (
    <label className="cw-path-field">
      <span>{t("chart.draft.ground")}</span>
      <input
        className="cw-input"
        value={value}
        placeholder={t("chart.draft.groundHint")}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

function KindSelect({ value, kinds, keys, onChange }: KindSelectProps) {
  const t = useWords();
  return (
    <label className="cw-path-field">
      <span>{t("chart.draft.kind")}</span>
      <select className="cw-input" value={value} onChange={(event) => onChange(event.target.value)}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {wordOf(t, keys, kind)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface KindSelectProps {
  readonly value: string;
  readonly kinds: readonly string[];
  readonly keys: Readonly<Record<string, string>>;
  readonly onChange: (kind: string) => void;
}

function LinkForm({ ends, onDone }: { readonly ends: readonly string[]; readonly onDone: () => void }) {
  const t = useWords();
  const [kind, setKind] = useState("related");
  const [ground, setGround] = useState("");
  const draw = (event: FormEvent) => {
    event.preventDefault();
    drawLink(ends[0]!, ends[1]!, kind, ground.trim());
    onDone();
  };
  return (
    <form className="cw-path-menu" onSubmit={draw}>
      <p>{t("chart.draft.linkTitle")}</p>
      <KindSelect value={kind} kinds={drawnKinds} keys={linkKeys} onChange={setKind} />
      <Ground value={ground} onChange={setGround} />
      <button type="submit" className="cw-button cw-button-primary cw-button-small" disabled={ground.trim() === ""}>
        {t("chart.draft.draw")}
      </button>
    </form>
  );
}

function EntityForm({ from, onDone }: { readonly from: string | null; readonly onDone: () => void }) {
  const t = useWords();
  const [kind, setKind] = useState("person");
  const [label, setLabel] = useState("");
  const [ground, setGround] = useState("");
  const draw = (event: FormEvent) => {
    event.preventDefault();
    drawEntity(kind, label.trim(), ground.trim(), from);
    onDone();
  };
  return (
    <form className="cw-path-menu" onSubmit={draw}>
      <p>{from === null ? t("chart.draft.entityTitle") : t("chart.draft.entityFrom")}</p>
      <KindSelect value={kind} kinds={entityKinds} keys={kindKeys} onChange={setKind} />
      <label className="cw-path-field">
        <span>{t("chart.draft.label")}</span>
        <input
          className="cw-input"
          value={label}
          placeholder={t("chart.draft.labelHint")}
          onChange={(event) => setLabel(event.target.value)}
        />
      </label>
      <Existing words={label.trim()} onTaken={onDone} />
      <Ground value={ground} onChange={setGround} />
      <button type="submit" className="cw-button cw-button-primary cw-button-small" disabled={label.trim() === "" || ground.trim() === ""}>
        {t("chart.draft.draw")}
      </button>
    </form>
  );
}

export function DraftMenu() {
  const t = useWords();
  const [isOpen, setOpen] = useMenu("draft");
  const nodes = useChart((state) => state.chart.model.nodes);
  const chosen = useSelection((state) => state.entities).filter((ref) => nodes.has(ref));
  const close = () => setOpen(false);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={chosen.length === 2 ? <LinkForm ends={chosen} onDone={close} /> : <EntityForm from={chosen[0] ?? null} onDone={close} />}
    >
      <Button tone="text" small icon="sparkles" className="cw-chart-action" disabled={nodes.size === 0}>
        {t("chart.action.draft")}
      </Button>
    </Popover>
  );
}
