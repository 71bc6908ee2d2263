// The pages of the exchange, and what this unit is called in what it sends.
import { Popover } from "antd";
import { type FormEvent, useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { Button, Segmented } from "../../../parts/index.ts";
import { type ExchangePage, exchangePages, nameUnit, openExchange, parseExchangePlace } from "../../../state/exchange.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import type { ReviewPageProps } from "../page.ts";
import { pageKeys } from "./exchangeWords.ts";

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

export function ExchangeTools({ about }: ReviewPageProps) {
  const t = useWords();
  return (
    <>
      <Segmented<ExchangePage>
        label={t("exchange.tab.label")}
        value={parseExchangePlace(about).page}
        onChange={(page) => openExchange(page)}
        options={exchangePages.map((page) => ({ value: page, text: t(pageKeys[page]) }))}
      />
      <UnitButton />
    </>
  );
}
