// One person, place or night: pairs by how unusual they are beside the nights of the open one, or every stay.
import { useState } from "react";
import type { CoStayLine, StaysDocument } from "../../../../shared/trace/stayCalls.ts";
import { entityName } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, formatCount, PageTitle, Panel, Segmented, Skeleton } from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { openTrace } from "../../../state/trace.ts";
import { useCall } from "../../../state/useCall.ts";
import { nightWords } from "./nightWords.ts";
import { PairNights } from "./PairNights.tsx";
import { PairTable, pairKey } from "./PairTable.tsx";
import { StayTable } from "./StayTable.tsx";
import { openNight, openStays, type StayQuestion, type StaysMode, showStays } from "./staysState.ts";

function useTitle({ about, subject, label, day }: StaysDocument): string {
  const t = useWords();
  if (about === "night") return t("trace.stays.nightOf", nightWords(day ?? ""));
  const name = subject === null ? label : entityName(subject, label);
  return day === null ? name : t("trace.stays.inNight", { name, ...nightWords(day) });
}

/** The night before and after, and the way back to all time. */
function NightSteps({ question }: { readonly question: StayQuestion }) {
  const t = useWords();
  const { person, place, day } = question;
  const subject = person ?? place;
  const step = (by: number) => {
    const next = new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
    if (subject === null) openNight(next);
    else openStays(subject, `night:${next}`);
  };
  if (day === null) return null;
  return (
    <>
      <Button small icon="chevronLeft" onClick={() => step(-1)}>
        {t("trace.stays.nightBefore")}
      </Button>
      <Button small onClick={() => step(1)}>
        {t("trace.stays.nightAfter")}
      </Button>
      {subject !== null && (
        <Button small onClick={() => openStays(subject)}>
          {t("trace.stays.allNights")}
        </Button>
      )}
    </>
  );
}

function Tools({ question }: { readonly question: StayQuestion }) {
  const t = useWords();
  const subject = question.person ?? question.place;
  return (
    <>
      <NightSteps question={question} />
      {subject !== null && (
        <>
          <Button small icon="mapPin" onClick={() => openTrace("map", subject)}>
            {t("trace.page.map")}
          </Button>
          <Button small icon="affiliate" onClick={() => goTo("chart", subject)}>
            {t("trace.calls.chart")}
          </Button>
        </>
      )}
      <Button small onClick={() => openStays()}>
        {t("trace.stays.others")}
      </Button>
    </>
  );
}

interface FoundProps {
  readonly found: StaysDocument;
  readonly mode: StaysMode;
}

function Found({ found, mode }: FoundProps) {
  const t = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const { pairs } = found;
  const open: CoStayLine | undefined = pairs.find((pair) => pairKey(pair) === chosen) ?? pairs[0];
  const options = [
    { value: "pairs" as const, text: t("trace.stays.pairs", { count: found.allPairs, shown: formatCount(found.allPairs) }) },
    { value: "stays" as const, text: t("trace.stays.list", { count: found.allStays, shown: formatCount(found.allStays) }) },
  ];
  const tools = <Segmented label={t("trace.stays.show")} value={mode} options={options} onChange={showStays} />;
  if (mode === "stays")
    return (
      <Panel className="cw-fill" title={t("trace.stays.each")} tools={tools}>
        <StayTable stays={found.stays} />
      </Panel>
    );
  return (
    <div className="cw-trace-split">
      <Panel title={t("trace.stays.together")} tools={tools}>
        {open === undefined ? (
          <EmptyState icon="user" title={t("trace.stays.noPairs")}>
            {t("trace.stays.noPairsWhy")}
          </EmptyState>
        ) : (
          <PairTable
            pairs={pairs}
            isOfOne={found.about === "person"}
            selected={pairKey(open)}
            onSelect={(pair) => setChosen(pairKey(pair))}
          />
        )}
      </Panel>
      {open !== undefined && <PairNights key={pairKey(open)} pair={open} />}
    </div>
  );
}

function Answer({ found, mode, question }: FoundProps & { readonly question: StayQuestion }) {
  const t = useWords();
  const title = useTitle(found);
  const { allStays, people, places } = found;
  return (
    <>
      <PageTitle title={title} note={t("trace.stays.figures", { stays: allStays, people, places })} tools={<Tools question={question} />} />
      {allStays === 0 ? (
        <EmptyState icon="mapPin" title={t("trace.stays.nobody")}>
          {t("trace.stays.nobodyWhy")}
        </EmptyState>
      ) : (
        <Found found={found} mode={mode} />
      )}
    </>
  );
}

export function StaysAbout({ question, mode }: { readonly question: StayQuestion; readonly mode: StaysMode }) {
  const { data, error, reload } = useCall("trace.readStays", { ...question, top: 500 }, ["facts", "resolve"]);
  return (
    <div className="cw-page cw-trace-page">
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {data === null && error === null && <Skeleton rows={12} />}
      {data !== null && error === null && <Answer found={data} mode={mode} question={question} />}
    </div>
  );
}
