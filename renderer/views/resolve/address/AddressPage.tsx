// One standard address: its levels and where it lies, what is above and below, and who and what is there as of a day.
import { useState } from "react";
import type { AddressDocument, StandardName } from "../../../../shared/resolve/addressCalls.ts";
import { levelKeys } from "../../../i18n/addressWords.ts";
import { useWords } from "../../../i18n/index.ts";
import {
  Button,
  CitationLink,
  DateField,
  EmptyState,
  ErrorPanel,
  formatCount,
  PageTitle,
  Panel,
  Skeleton,
  Tag,
} from "../../../parts/index.ts";
import { openStandard, openWritten } from "../../../state/addresses.ts";
import { goTo } from "../../../state/navigation.ts";
import { openTrace } from "../../../state/trace.ts";
import { useCall } from "../../../state/useCall.ts";
import { AddressPeople } from "./AddressPeople.tsx";

function Names({ names }: { readonly names: readonly StandardName[] }) {
  const t = useWords();
  return (
    <ul className="cw-bare-list cw-address-found">
      {names.map((standard) => (
        <li key={standard.place}>
          <button type="button" className="cw-row-button" onClick={() => openStandard(standard.place)}>
            <span className="cw-small cw-second">{t(levelKeys[standard.level])}</span>{" "}
            <span className="cw-address-text">{standard.label}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Facts({ shown }: { readonly shown: AddressDocument }) {
  const t = useWords();
  const { levels, codes, aliases, point, sources } = shown;
  return (
    <dl className="cw-address-facts">
      {levels.map(({ level, text }) => (
        <div key={level}>
          <dt>{t(levelKeys[level])}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {codes.length > 0 && (
        <div>
          <dt>{t("resolve.address.code")}</dt>
          <dd className="cw-number">{codes.join(" ")}</dd>
        </div>
      )}
      {aliases.length > 0 && (
        <div>
          <dt>{t("resolve.address.alias")}</dt>
          <dd>{aliases.join(" ")}</dd>
        </div>
      )}
      {point !== null && (
        <div>
          <dt>{t("resolve.address.point")}</dt>
          <dd className="cw-number">
            {point.longitude}, {point.latitude} <Tag>{point.datum ?? t("resolve.address.noDatum")}</Tag>
          </dd>
        </div>
      )}
      <div>
        <dt>{t("resolve.address.rows")}</dt>
        <dd>
          {sources.map((citation) => (
            <CitationLink key={citation.sourceId} citation={citation} />
          ))}
        </dd>
      </div>
    </dl>
  );
}

function Side({ shown }: { readonly shown: AddressDocument }) {
  const t = useWords();
  return (
    <div className="cw-address-side">
      <Panel title={t("resolve.address.facts")} isScrolled>
        <Facts shown={shown} />
      </Panel>
      <Panel title={t("resolve.address.around")} note={t("resolve.address.below", { count: shown.allBelow })} isScrolled>
        <Names names={[...shown.above, ...shown.parts]} />
      </Panel>
      <Panel title={t("resolve.address.written")} note={formatCount(shown.allWritten)} isScrolled>
        {shown.written.length === 0 && <EmptyState icon="mapPin" title={t("resolve.address.noneWritten")} />}
        <ul className="cw-bare-list cw-address-found">
          {shown.written.map(({ place, label }) => (
            <li key={place}>
              <button type="button" className="cw-row-button" onClick={() => openWritten(place)}>
                <span className="cw-address-text">{label}</span>
              </button>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

export function AddressPage({ place }: { readonly place: string }) {
  const t = useWords();
  const [day, setDay] = useState("");
  const { data, error, reload } = useCall("resolve.readAddress", { place }, ["resolve", "decisions", "facts"]);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={12} tall />;
  return (
    <div className="cw-page cw-trace-page">
      <PageTitle
        title={data.label}
        note={t(levelKeys[data.level])}
        tools={
          <>
            <label className="cw-address-day">
              {t("resolve.address.day")}
              <DateField value={day} onChange={setDay} />
            </label>
            <Button small icon="mapPin" onClick={() => openTrace("map", data.place)}>
              {t("trace.page.map")}
            </Button>
            <Button small icon="affiliate" onClick={() => goTo("chart", data.place)}>
              {t("trace.calls.chart")}
            </Button>
            <Button small onClick={() => goTo("resolve", "address")}>
              {t("resolve.address.desk")}
            </Button>
          </>
        }
      />
      <div className="cw-trace-split">
        <AddressPeople place={data.place} day={day === "" ? null : day} />
        <Side shown={data} />
      </div>
    </div>
  );
}
