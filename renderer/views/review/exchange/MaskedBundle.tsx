// A masked bundle, to be looked at only: what of it this workspace recognises, the rows about it as the other unit wrote them, and how to ask for more.
import { useState } from "react";
import { kindKeys } from "../../../../shared/look/vocabularyKeys.ts";
import type { BundlePreview, RecognisedThing } from "../../../../shared/review/exchange/preview.ts";
import { entityName, holderOf } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, formatCount, Panel, PlainTable } from "../../../parts/index.ts";
import { askAbout } from "../../../state/exchange.ts";
import { goTo } from "../../../state/navigation.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { BundleSheets } from "./BundleSheets.tsx";
import { Figures } from "./Figures.tsx";
import { JudgementsAndWatches } from "./Judgements.tsx";
import { LookedFindings } from "./LookedFindings.tsx";

interface RecognisedProps {
  readonly things: readonly RecognisedThing[];
  readonly chosen: string | null;
  readonly onChoose: (entity: string | null) => void;
}

/** What a unit can be asked about: a case number is in clear, a place is no identifier. */
const asked = new Set(["person", "organisation", "phone", "account", "device", "vehicle", "netid"]);

function Recognised({ things, chosen, onChoose }: RecognisedProps) {
  const t = useWords();
  return (
    <PlainTable
      rows={things}
      keyOf={({ entity }) => entity}
      classOf={({ entity }) => (entity === chosen ? "cw-exchange-chosen" : "")}
      columns={[
        { key: "kind", title: t("exchange.list.kind"), render: ({ kind }) => (kindKeys[kind] ? t(kindKeys[kind]) : kind) },
        {
          key: "ours",
          title: t("exchange.masked.ours"),
          render: ({ entity, label }) => (
            <>
              <button type="button" className="cw-entity" onClick={() => goTo("chart", entity)}>
                {entityName(entity, label)}
              </button>{" "}
              <span className="cw-quiet">{holderOf(entity, label)}</span>
            </>
          ),
        },
        { key: "written", title: t("exchange.masked.written"), render: ({ written }) => written },
        {
          key: "rows",
          title: t("exchange.count.rows"),
          align: "right",
          render: ({ entity, rows }) => (
            <button
              type="button"
              className="cw-entity"
              aria-pressed={entity === chosen}
              onClick={() => onChoose(entity === chosen ? null : entity)}
            >
              {t("exchange.masked.rows", { count: formatCount(rows) })}
            </button>
          ),
        },
      ]}
    />
  );
}

/** Asks the other unit about what was recognised; in a masked window the numbers are not known. */
function AskButton({ things }: { readonly things: readonly RecognisedThing[] }) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const named = things.filter(({ kind }) => asked.has(kind)).map(({ entity }) => entity);
  if (named.length === 0) return null;
  return (
    <Button small icon="fileText" disabled={isMasked} onClick={() => askAbout(named)}>
      {isMasked ? t("exchange.masked.askMasked") : t("exchange.masked.ask", { count: named.length })}
    </Button>
  );
}

export function MaskedBundle({ preview }: { readonly preview: BundlePreview }) {
  const t = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const { fresh, same, recognised, bundle } = preview;
  const things = recognised ?? [];
  const shown = things.find(({ entity }) => entity === chosen);
  const figures = [
    { name: t("exchange.masked.recognised"), count: things.length },
    { name: t("exchange.count.rows"), count: bundle.rows },
    { name: t("exchange.masked.rowsHere"), count: same.rows },
    { name: t("exchange.count.files"), count: bundle.sources },
    { name: t("exchange.count.found"), count: bundle.findings },
    { name: t("exchange.count.decisions"), count: bundle.decisions },
    { name: t("exchange.count.watches"), count: bundle.watches },
  ];
  return (
    <Panel className="cw-fill" title={t("exchange.masked.title")} tools={<AskButton things={things} />} isScrolled>
      <Figures figures={figures} />
      <p className="cw-exchange-judgement">
        {recognised === null
          ? t("exchange.masked.noPassphrase")
          : things.length === 0
            ? t("exchange.masked.none")
            : t("exchange.masked.note")}
      </p>
      {things.length > 0 && (
        <div className="cw-exchange-recognised">
          <Recognised things={things} chosen={chosen} onChoose={setChosen} />
        </div>
      )}
      {shown ? (
        <section aria-label={t("exchange.masked.about", { name: shown.label })}>
          <p className="cw-exchange-judgement">
            <b>{t("exchange.masked.about", { name: shown.label })}</b>
            <Button small tone="text" onClick={() => setChosen(null)}>
              {t("exchange.masked.all")}
            </Button>
          </p>
          <BundleSheets sheets={shown.sheets} />
        </section>
      ) : (
        <>
          <LookedFindings findings={preview.looked} />
          <JudgementsAndWatches
            group={{ judgements: [...fresh.judgements, ...same.judgements], watched: [...fresh.watched, ...same.watched] }}
          />
          <BundleSheets sheets={[...fresh.sheets, ...same.sheets]} />
        </>
      )}
    </Panel>
  );
}
