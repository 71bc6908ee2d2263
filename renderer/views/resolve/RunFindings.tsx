// What the last run says of itself in one line; opened: its threshold, and the blocking rules with their counts.
import type { ResolutionRun } from "../../../shared/resolve/calls.ts";
import { attributeKeys } from "../../i18n/attributes.ts";
import { type Translate, useWords } from "../../i18n/index.ts";
import { wordOf } from "../../i18n/vocabulary.ts";
import { formatBits, formatCount } from "../../parts/index.ts";

const atomKeys: Readonly<Record<string, string>> = {
  exact: "resolve.atom.exact",
  sound: "resolve.atom.sound",
  surname: "resolve.atom.surname",
  given: "resolve.atom.given",
  start: "resolve.atom.start",
  end: "resolve.atom.end",
  house: "resolve.atom.house",
  year: "resolve.atom.year",
  "month-day": "resolve.atom.month-day",
  "first-half": "resolve.atom.first-half",
  "second-half": "resolve.atom.second-half",
};

/** A key is a field and what of it two records share. */
function keyName(t: Translate, key: string): string {
  const cut = key.lastIndexOf(" ");
  const atom = atomKeys[key.slice(cut + 1)];
  if (atom === undefined) return t("resolve.atom.order");
  return `${wordOf(t, attributeKeys, key.slice(0, cut))} ${t(atom)}`;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

function recallText(low: number, high: number): string {
  return percent(low) === percent(high) ? percent(high) : `${percent(low)}–${percent(high)}`;
}

function Rules({ findings }: { readonly findings: NonNullable<ResolutionRun["findings"]> }) {
  const t = useWords();
  return (
    <table className="cw-findings-rules" aria-label={t("resolve.findings.rules")}>
      <thead>
        <tr>
          <th scope="col">{t("resolve.findings.rules")}</th>
          <th scope="col">{t("resolve.findings.pairs")}</th>
          <th scope="col">{t("resolve.findings.skipped")}</th>
        </tr>
      </thead>
      <tbody>
        {findings.rules
          .filter(({ pairs, skipped }) => pairs > 0 || skipped > 0)
          .map(({ keys, pairs, skipped }) => (
            <tr key={keys.join()}>
              <td>{keys.map((key) => keyName(t, key)).join(" + ")}</td>
              <td className="cw-number">{formatCount(pairs)}</td>
              <td className="cw-number">{skipped === 0 ? "–" : percent(skipped)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

export function RunFindings({ run }: { readonly run: ResolutionRun }) {
  const t = useWords();
  const { findings, records, identities } = run;
  const counts = { records: formatCount(records), identities: formatCount(identities) };
  if (findings === null) return <p className="cw-findings cw-small cw-second">{t("resolve.findings.exact", counts)}</p>;
  const { thresholdBits, precision, recallLow, recallHigh } = findings.estimate;
  return (
    <details className="cw-findings cw-small">
      <summary>
        {t("resolve.findings.summary", { ...counts, precision: percent(precision), recall: recallText(recallLow, recallHigh) })}
      </summary>
      <p>{t("resolve.findings.threshold", { bits: formatBits(thresholdBits) })}</p>
      <p className="cw-second">{t("resolve.findings.recallWhy")}</p>
      {run.oneToOne && <p>{t("resolve.findings.oneToOne")}</p>}
      <Rules findings={findings} />
      {findings.rules.some(({ skipped }) => skipped > 0) && (
        <p className="cw-second">{t("resolve.findings.hint", { n: formatCount(findings.largestBlock) })}</p>
      )}
    </details>
  );
}
