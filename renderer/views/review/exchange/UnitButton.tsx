// What this unit is called in what it sends: said once, kept in the workspace.
import { Popover } from "antd";
import { type FormEvent, useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { Button } from "../../../parts/index.ts";
import { nameUnit } from "../../../state/exchange.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";

function UnitForm({ unit, onDone }: { readonly unit: string; readonly onDone: () => void }) {
  const t = useWords();
  const [name, setName] = useState(unit);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") nameUnit(name.trim()).then(onDone, reportError);
  };
  return (
    <form className="cw-reason" onSubmit={save}>
      <input
        className="cw-input"
        aria-label={t("exchange.unit.name")}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="cw-button cw-button-primary cw-button-small" disabled={name.trim() === ""}>
        {t("exchange.unit.save")}
      </button>
    </form>
  );
}

/** Whether this unit has a name; null until it is known. */
export const useIsNamed = (): boolean | null => useCall("review.readUnit", {}, ["exchange"]).data?.isNamed ?? null;

/** Asked where it is missing: nothing leaves under the name of a file. */
export function UnitLine() {
  const t = useWords();
  const { data } = useCall("review.readUnit", {}, ["exchange"]);
  if (data === null) return null;
  if (data.isNamed)
    return (
      <p>
        <UnitButton />
      </p>
    );
  return (
    <section className="cw-exchange-unit" aria-label={t("exchange.unit.name")}>
      <b>{t("exchange.unit.missing")}</b>
      <p className="cw-quiet cw-small">{t("exchange.unit.why", { unit: data.unit })}</p>
      <UnitForm unit="" onDone={() => undefined} />
    </section>
  );
}

export function UnitButton() {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const { data } = useCall("review.readUnit", {}, ["exchange"]);
  if (data === null) return null;
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      destroyOnHidden
      content={<UnitForm unit={data.unit} onDone={() => setOpen(false)} />}
    >
      <Button small tone={data.isNamed ? "normal" : "primary"}>
        {data.isNamed ? t("exchange.unit.is", { unit: data.unit }) : t("exchange.unit.missing")}
      </Button>
    </Popover>
  );
}
