// Looks by rule: a set that stands ready, one of the unit's own, or rules made here; each measure says in plain words how it is read.
import { Popover } from "antd";
import { useState } from "react";
import type { LookRule, LookSet } from "../../../shared/chart/document.ts";
import { linkMeasures, nodeMeasures } from "../../../shared/chart/looks/measures.ts";
import { readySetNames, readySets } from "../../../shared/chart/looks/readySets.ts";
import { entityKinds } from "../../../shared/model/entity.ts";
import { useWords } from "../../i18n/index.ts";
import { kindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Button, IconButton } from "../../parts/index.ts";
import { engine } from "../../rpc/engine.ts";
import { useChart } from "../../state/chart.ts";
import { changeLooks } from "../../state/chartArrange.ts";
import { useMenu } from "../../state/chartMenu.ts";
import { reportError, tell } from "../../state/toasts.ts";
import { useCall } from "../../state/useCall.ts";
import { measureWord, readingWord, readySetKeys, traitKeys } from "./lookWords.ts";
import "./looksMenu.css";

const traitsOn: Readonly<Record<LookRule["on"], readonly LookRule["trait"][]>> = {
  node: ["colour", "size", "icon", "label"],
  link: ["colour", "width"],
};
const measuresOn = { node: Object.keys(nodeMeasures), link: Object.keys(linkMeasures) } as const;
const firstRule: LookRule = { id: "", on: "node", kinds: [], by: "cases", trait: "colour" };

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}

function Pick({ label, value, options, onChange }: PickProps) {
  return (
    <select className="cw-input" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  );
}

function RuleRow({
  rule,
  onChange,
  onRemove,
}: {
  readonly rule: LookRule;
  readonly onChange: (rule: LookRule) => void;
  readonly onRemove: () => void;
}) {
  const t = useWords();
  const kindOptions = [["", t("chart.looks.everyKind")] as const, ...entityKinds.map((kind) => [kind, wordOf(t, kindKeys, kind)] as const)];
  const turn = (on: LookRule["on"]) => onChange({ ...rule, on, kinds: [], by: measuresOn[on][0]!, trait: traitsOn[on][0]! });
  const shownKind = rule.kinds.length > 1 ? "…" : (rule.kinds[0] ?? "");
  return (
    <li>
      <div>
        <Pick
          label={t("chart.looks.on")}
          value={rule.on}
          options={[
            ["node", t("chart.looks.nodes")],
            ["link", t("chart.looks.links")],
          ]}
          onChange={(on) => turn(on as LookRule["on"])}
        />
        {rule.on === "node" && (
          <Pick
            label={t("chart.draft.kind")}
            value={shownKind}
            options={shownKind === "…" ? [["…", t("chart.looks.kinds", { n: rule.kinds.length })], ...kindOptions] : kindOptions}
            onChange={(kind) => onChange({ ...rule, kinds: kind === "" ? [] : [kind] })}
          />
        )}
        <Pick
          label={t("chart.looks.trait")}
          value={rule.trait}
          options={traitsOn[rule.on].map((trait) => [trait, t(traitKeys[trait])])}
          onChange={(trait) => onChange({ ...rule, trait: trait as LookRule["trait"] })}
        />
        <Pick
          label={t("chart.looks.by")}
          value={rule.by}
          options={measuresOn[rule.on].map((by) => [by, measureWord(t, { on: rule.on, by })])}
          onChange={(by) => onChange({ ...rule, by })}
        />
        <IconButton icon="cross" label={t("chart.looks.removeRule")} onClick={onRemove} />
      </div>
      <small className="cw-quiet">{readingWord(t, rule)}</small>
    </li>
  );
}

function Sets({ looks }: { readonly looks: LookSet | null }) {
  const t = useWords();
  const { data } = useCall("chart.listLooks", {}, ["charts"]);
  const remove = (name: string) => engine.call("chart.deleteLooks", { name }).catch(reportError);
  return (
    <div className="cw-looks-sets">
      <Button small aria-pressed={looks === null} onClick={() => changeLooks(null)}>
        {t("chart.looks.plain")}
      </Button>
      {readySetNames.map((name) => (
        <Button key={name} small aria-pressed={looks?.name === name} onClick={() => changeLooks(readySets[name])}>
          {t(readySetKeys[name])}
        </Button>
      ))}
      {data?.map((set) => (
        <span key={set.name} className="cw-looks-own">
          <Button small aria-pressed={looks?.name === set.name} onClick={() => changeLooks(set)}>
            {set.name}
          </Button>
          <IconButton icon="trash" label={t("chart.looks.delete", { name: set.name })} onClick={() => void remove(set.name)} />
        </span>
      ))}
    </div>
  );
}

function Looks() {
  const t = useWords();
  const looks = useChart((state) => state.chart.model.arrangement.looks);
  const [name, setName] = useState("");
  const rules = looks?.rules ?? [];
  const change = (next: readonly LookRule[]) =>
    changeLooks({ name: looks?.name ?? "", rules: next.map((rule, i) => ({ ...rule, id: `r${i + 1}` })) });
  const save = () => {
    const set = { name: name.trim(), rules };
    engine.call("chart.saveLooks", { looks: set }).then(() => {
      changeLooks(set);
      setName("");
      tell("chart.toast.looks", { name: set.name });
    }, reportError);
  };
  return (
    <div className="cw-looks">
      <Sets looks={looks} />
      <ul>
        {rules.map((rule, i) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            onChange={(next) => change(rules.map((other, k) => (k === i ? next : other)))}
            onRemove={() => change(rules.filter((_, k) => k !== i))}
          />
        ))}
      </ul>
      <div className="cw-looks-foot">
        <Button small icon="plus" onClick={() => change([...rules, firstRule])}>
          {t("chart.looks.addRule")}
        </Button>
        <input
          className="cw-input"
          value={name}
          placeholder={t("chart.looks.name")}
          aria-label={t("chart.looks.name")}
          onChange={(event) => setName(event.target.value)}
        />
        <Button small disabled={name.trim() === "" || rules.length === 0} onClick={save}>
          {t("chart.looks.save")}
        </Button>
      </div>
    </div>
  );
}

export function LooksMenu() {
  const t = useWords();
  const [isOpen, setOpen] = useMenu("looks");
  const isOn = useChart((state) => state.chart.model.arrangement.looks !== null);
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" placement="bottomLeft" destroyOnHidden content={<Looks />}>
      <Button tone="text" small icon="affiliate" className={`cw-chart-action ${isOn ? "cw-chart-action-on" : ""}`}>
        {t("chart.action.looks")}
      </Button>
    </Popover>
  );
}
