// One number: figures, time wheel, contacts, who took it over, handsets and towers; what is chosen shows its calls with their rows.
import { useState } from "react";
import type { CallProfileDocument } from "../../../../shared/trace/movementCalls.ts";
import { shownKey } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, formatTime, IconButton, KindGlyph, PageTitle, Skeleton } from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { useSelection } from "../../../state/selection.ts";
import { openTrace } from "../../../state/trace.ts";
import { useCall } from "../../../state/useCall.ts";
import { ReportButton } from "../../review/ReportButton.tsx";
import { useViewKeys } from "../../viewKeys.ts";
import { type CallChoice, CallRows } from "./CallRows.tsx";
import { ContactTable } from "./ContactTable.tsx";
import { NumberFigures } from "./NumberFigures.tsx";
import { NumberSide } from "./NumberSide.tsx";
import { PhoneTags } from "./PhoneTags.tsx";
import { TimeWheel } from "./TimeWheel.tsx";
import { UseLanes } from "./UseLanes.tsx";

const nothing: CallChoice = { other: null, hour: null };

function Head({ phone, profile }: { readonly phone: string; readonly profile: CallProfileDocument | null }) {
  const t = useWords();
  return (
    <PageTitle
      title={
        <span className="cw-call-title">
          <KindGlyph kind="phone" size={24} /> <span className="cw-number">{shownKey(phone)}</span>
        </span>
      }
      note={
        profile !== null && (
          <span className="cw-call-marks">
            {profile.holder} <PhoneTags {...profile} />
            {profile.firstAt !== null && (
              <span className="cw-quiet">
                {t("trace.calls.period", { from: formatTime(profile.firstAt, "date"), until: formatTime(profile.lastAt, "date") })}
              </span>
            )}
          </span>
        )
      }
      tools={
        <>
          <IconButton icon="table" label={t("trace.calls.numbers")} onClick={() => openTrace("calls")} />
          <IconButton icon="mapPin" label={t("trace.page.map")} onClick={() => openTrace("map", phone)} />
          <ReportButton subject={phone} kinds={["calls"]} />
          <Button tone="primary" icon="affiliate" shortcut="O" onClick={() => goTo("chart", phone)}>
            {t("trace.calls.chart")}
          </Button>
        </>
      }
    />
  );
}

export function NumberPage({ phone }: { readonly phone: string }) {
  const t = useWords();
  const [choice, setChoice] = useState<CallChoice>(nothing);
  const { from, until } = useSelection((state) => state.timeWindow);
  const period = { since: from, until };
  const { data, error, reload } = useCall("trace.profileCalls", { phone, ...period }, ["facts"]);
  useViewKeys("number", { o: () => goTo("chart", phone), x: () => setChoice(nothing) });
  const isChosen = choice.other !== null || choice.hour !== null;
  return (
    <div className="cw-page cw-trace-page cw-number-page">
      <Head phone={phone} profile={data} />
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {data === null && error === null && <Skeleton rows={12} tall />}
      {data !== null && data.calls === 0 && <EmptyState icon="phone" title={t("trace.calls.noCalls")} />}
      {data !== null && data.calls > 0 && (
        <>
          <NumberFigures profile={data} />
          <div className="cw-number-columns">
            <TimeWheel hours={data.hours} calls={data.calls} chosen={choice.hour} onChoose={(hour) => setChoice({ ...choice, hour })} />
            <ContactTable contacts={data.contacts} chosen={choice.other} onChoose={(other) => setChoice({ ...choice, other })} />
            {isChosen ? (
              <CallRows phone={phone} choice={choice} period={period} onClose={() => setChoice(nothing)} />
            ) : (
              <NumberSide profile={data} />
            )}
          </div>
          <UseLanes profile={data} />
        </>
      )}
    </div>
  );
}
