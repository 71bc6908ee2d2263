// The pages of the exchange.
import { useWords } from "../../../i18n/index.ts";
import { Segmented } from "../../../parts/index.ts";
import { type ExchangePage, exchangePages, openExchange, parseExchangePlace } from "../../../state/exchange.ts";
import type { ReviewPageProps } from "../page.ts";
import { pageKeys } from "./exchangeWords.ts";

export function ExchangeTools({ about }: ReviewPageProps) {
  const t = useWords();
  return (
    <Segmented<ExchangePage>
      label={t("exchange.tab.label")}
      value={parseExchangePlace(about).page}
      onChange={(page) => openExchange(page)}
      options={exchangePages.map((page) => ({ value: page, text: t(pageKeys[page]) }))}
    />
  );
}
