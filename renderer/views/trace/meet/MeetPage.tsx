// Who was where: met at the same time, travelled together, or was where it never is.
import { type ComponentType, useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { Button, Segmented } from "../../../parts/index.ts";
import { openTrace } from "../../../state/trace.ts";
import type { TracePageProps } from "../page.ts";
import { FollowersPanel } from "./FollowersPanel.tsx";
import { type MeetPanelProps, Party } from "./MeetFrame.tsx";
import { MeetingsPanel } from "./MeetingsPanel.tsx";
import { UnusualPanel } from "./UnusualPanel.tsx";

const panels = { meetings: MeetingsPanel, followers: FollowersPanel, unusual: UnusualPanel } as const satisfies Readonly<
  Record<string, ComponentType<MeetPanelProps>>
>;
type PanelName = keyof typeof panels;

export function MeetPage({ about }: TracePageProps) {
  const t = useWords();
  const [of = null] = about;
  const [name, setName] = useState<PanelName>(of === null ? "meetings" : "followers");
  const Shown = panels[name];
  const options: readonly { readonly value: PanelName; readonly text: string }[] = [
    { value: "meetings", text: t("trace.meet.tab.meetings") },
    { value: "followers", text: t("trace.meet.tab.followers") },
    { value: "unusual", text: t("trace.meet.tab.unusual") },
  ];
  const switcher = (
    <div className="cw-trace-options">
      <Segmented label={t("trace.meet.tabs")} value={name} options={options} onChange={setName} />
      {of !== null && name !== "meetings" && (
        <>
          <span className="cw-second">{t("trace.meet.only")}</span>
          <Party entity={of} label="" />
          <Button small onClick={() => openTrace("meet")}>
            {t("trace.meet.everybody")}
          </Button>
        </>
      )}
    </div>
  );
  return <Shown key={of ?? ""} switcher={switcher} of={of} />;
}
