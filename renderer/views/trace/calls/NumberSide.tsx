// The third column of a number: who took it over, or how its contacts changed.
import { useState } from "react";
import type { CallProfileDocument } from "../../../../shared/trace/movementCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Segmented } from "../../../parts/index.ts";
import { ChangePanel } from "./ChangePanel.tsx";
import { PeriodPanel } from "./PeriodPanel.tsx";

type Side = "changes" | "periods";

export function NumberSide({ profile }: { readonly profile: CallProfileDocument }) {
  const t = useWords();
  const [side, setSide] = useState<Side>("changes");
  const tools = (
    <Segmented
      label={t("trace.period.choose")}
      value={side}
      onChange={setSide}
      options={[
        { value: "changes", text: t("trace.page.changes") },
        { value: "periods", text: t("trace.period.short") },
      ]}
    />
  );
  return side === "changes" ? <ChangePanel phone={profile.phone} tools={tools} /> : <PeriodPanel profile={profile} tools={tools} />;
}
