// What storing one sheet gave: read = stored + rejected + skipped, the totals, the facts it added.
import type { ImportedSource } from "../../../shared/import/calls.ts";
import type { RowCounts } from "../../../shared/model/source.ts";
import { useWords } from "../../i18n/index.ts";
import { formatCount, formatMoney, Icon } from "../../parts/index.ts";
import { ReusedNote } from "./ReusedNote.tsx";

export function RowSum({ rows }: { readonly rows: RowCounts }) {
  const t = useWords();
  return (
    <span className="cw-row-sum">
      {t("import.rows.read")} <b>{formatCount(rows.read)}</b> = {t("import.rows.stored")} <b>{formatCount(rows.stored)}</b> +{" "}
      {t("import.rows.rejected")} <b className={rows.rejected > 0 ? "cw-tone-contra" : ""}>{formatCount(rows.rejected)}</b> +{" "}
      {t("import.rows.skipped")} <b>{formatCount(rows.skipped)}</b>
      {rows.twins > 0 && <span className="cw-quiet"> · {t("import.rows.twins", { count: formatCount(rows.twins) })}</span>}
    </span>
  );
}

function TotalsLine({ totals }: { readonly totals: NonNullable<ImportedSource["totals"]> }) {
  const t = useWords();
  const hasSides = Number(totals.in) !== 0 || Number(totals.out) !== 0;
  return (
    <p className="cw-quiet">
      {t(hasSides ? "import.stored.totals" : "import.stored.sideless", {
        in: formatMoney(totals.in),
        out: formatMoney(totals.out),
        count: formatCount(totals.count),
        currency: totals.currency,
      })}
    </p>
  );
}

export function StoredSummary({ source }: { readonly source: ImportedSource }) {
  const t = useWords();
  const { totals, facts } = source;
  return (
    <section className="cw-stored" aria-label={t("import.stored.label")}>
      <Icon name="circleCheck" size={18} />
      <div>
        {source.already && <p>{t("import.stored.already")}</p>}
        <p>
          <RowSum rows={source.rows} />
        </p>
        <p className="cw-quiet">
          {t("import.stored.facts", {
            entities: formatCount(facts.entities),
            links: formatCount(facts.links),
            events: formatCount(facts.events),
          })}
        </p>
        {totals && <TotalsLine totals={totals} />}
        <ReusedNote doubts={source.layout.doubts} />
      </div>
    </section>
  );
}
