// From a series, a ring or a chart to what another unit would get of it.
import { useWords } from "../../../i18n/index.ts";
import { IconButton } from "../../../parts/index.ts";
import { type SendSubject, sendToUnit } from "../../../state/exchange.ts";

export function SendButton({ subject, of }: { readonly subject: SendSubject; readonly of: string }) {
  const t = useWords();
  return <IconButton icon="externalLink" label={t("exchange.button.send")} onClick={() => sendToUnit(subject, of)} />;
}
