// The running balance recomputed: how many rows agree as the sheet is mapped, and how many if it were read the other way round.
import type { BalanceReading, Swap } from "../../../shared/import/readings.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, formatCount, SignMark } from "../../parts/index.ts";
import { type ImportSheet, isLocked, swapSheet } from "../../state/importing.ts";

/** As many rows as a sheet needs to agree to be called proven, the rest being fees and gaps. */
const proven = 0.9;

const swapKeys: Readonly<Record<Swap, { readonly other: string; readonly swap: string }>> = {
  sides: { other: "import.balance.otherSides", swap: "import.balance.swapSides" },
  owner: { other: "import.balance.otherOwner", swap: "import.balance.swapOwner" },
};

const shareOf = ({ agree, rows }: BalanceReading): number => (rows === 0 ? 0 : agree / rows);

function OtherReading({ sheet, reading, best }: { readonly sheet: ImportSheet; readonly reading: BalanceReading; readonly best: number }) {
  const t = useWords();
  if (reading.swap === null) return null;
  const keys = swapKeys[reading.swap];
  const { swap } = reading;
  return (
    <span className="cw-balance-other">
      <span className="cw-second">{t(keys.other, { agree: formatCount(reading.agree), rows: formatCount(reading.rows) })}</span>
      {!isLocked(sheet) && (
        <Button small tone={shareOf(reading) > best ? "primary" : "normal"} onClick={() => swapSheet(sheet, swap)}>
          {t(keys.swap)}
        </Button>
      )}
    </span>
  );
}

export function BalanceStrip({ sheet }: { readonly sheet: ImportSheet }) {
  const t = useWords();
  const [own, ...others] = sheet.preview.balances;
  if (own === undefined) return null;
  const share = shareOf(own);
  return (
    <section className="cw-balance" aria-label={t("import.balance.label")}>
      <SignMark sign={share >= proven ? "+" : share >= 0.5 ? "~" : "!"} />
      <b>{t("import.balance.agrees", { agree: formatCount(own.agree), rows: formatCount(own.rows) })}</b>
      {others.map((reading) => (
        <OtherReading key={reading.swap} sheet={sheet} reading={reading} best={share} />
      ))}
    </section>
  );
}
