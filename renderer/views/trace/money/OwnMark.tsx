// Accounts of one person among those that the money reached, and what went between them.
import { decimalOf, fenOf } from "../../../../shared/model/money.ts";
import type { MoneyDocument } from "../../../../shared/trace/moneyDocument.ts";
import { useWords } from "../../../i18n/index.ts";
import { formatCount, formatMoney, Icon } from "../../../parts/index.ts";
import { useIdentities } from "../../../state/identities.ts";

/** People with several accounts in the picture are numbered in the order in which the money reached them. */
export function numberOwners(accounts: MoneyDocument["accounts"]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { identity } of accounts) if (identity !== null) counts.set(identity, (counts.get(identity) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count > 1).map(([identity], i) => [identity, i + 1]));
}

/** The accounts of one person carry the same number. */
export function OwnMark({ identity, owners }: { readonly identity: string | null; readonly owners: ReadonlyMap<string, number> }) {
  const t = useWords();
  const how = useIdentities((state) => state.seeAs);
  const number = owners.get(identity ?? "");
  if (how === "record" || number === undefined) return null;
  return (
    <span className="cw-own-mark" title={t("trace.own.markWhy")}>
      {t("trace.own.mark", { number })}
    </span>
  );
}

/** Money that only changed its account is told apart: it fled nowhere. */
export function OwnTransfers({ money }: { readonly money: MoneyDocument }) {
  const t = useWords();
  const how = useIdentities((state) => state.seeAs);
  const own = money.flows.filter((flow) => flow.own);
  if (how === "record" || own.length === 0) return null;
  const fen = own.reduce((sum, { traced }) => sum + fenOf(traced)!, 0);
  return (
    <span className="cw-small" title={t("trace.own.why")}>
      <Icon name="refresh" size={14} /> {t("trace.own.sum", { n: formatCount(own.length) })}{" "}
      <b className="cw-number">¥{formatMoney(decimalOf(fen))}</b>
    </span>
  );
}
