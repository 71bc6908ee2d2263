// Rows of a bundle as they stood in their files, sheet by sheet under their headings, with the unit and the file that they are from.
import type { BundleSheet } from "../../../../shared/review/exchange/preview.ts";
import { useWords } from "../../../i18n/index.ts";
import { formatCount, Tag } from "../../../parts/index.ts";

function Rows({ headings, rows }: Pick<BundleSheet, "headings" | "rows">) {
  const t = useWords();
  const used = headings.map((heading, at) => ({ heading, at })).filter(({ at }) => rows.some(({ cells }) => (cells[at] ?? "") !== ""));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide sheet scrolls, and must do so by keyboard
    <section className="cw-exchange-scroll" tabIndex={0} aria-label={t("exchange.sheet.rows")}>
      <table className="cw-plain-table">
        <thead>
          <tr>
            <th scope="col" className="cw-align-right">
              {t("exchange.sheet.row")}
            </th>
            {used.map(({ heading, at }) => (
              <th key={at} scope="col">
                {heading || `#${at + 1}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row}>
              <td className="cw-number cw-align-right">{row}</td>
              {used.map(({ at }) => (
                <td key={at} title={cells[at]}>
                  <span className="cw-exchange-cell">{cells[at]}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function BundleSheetBlock({ sheet }: { readonly sheet: BundleSheet }) {
  const t = useWords();
  const total = sheet.rows.length + sheet.more;
  return (
    <section className="cw-exchange-sheet">
      <header>
        <Tag>{sheet.unit}</Tag>
        <b>{sheet.source}</b>
        {sheet.sheet !== null && sheet.sheet !== sheet.source && <span>{sheet.sheet}</span>}
        <span className="cw-quiet cw-small">{t("exchange.sheet.count", { count: formatCount(total) })}</span>
      </header>
      {sheet.rows.length > 0 && <Rows headings={sheet.headings} rows={sheet.rows} />}
      {sheet.more > 0 && <p className="cw-quiet cw-small">{t("exchange.sheet.more", { count: formatCount(sheet.more) })}</p>}
    </section>
  );
}

export function BundleSheets({ sheets }: { readonly sheets: readonly BundleSheet[] }) {
  return (
    <>
      {sheets.map((sheet) => (
        <BundleSheetBlock key={`${sheet.unit} ${sheet.sha256} ${sheet.source} ${sheet.sheet ?? ""}`} sheet={sheet} />
      ))}
    </>
  );
}
