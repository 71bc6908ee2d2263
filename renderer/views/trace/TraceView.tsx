// The trace screen: with a subject its money, without one what there is to follow.
import { useEffect } from "react";
import { useWords } from "../../i18n/index.ts";
import { setCrumbs } from "../../state/navigation.ts";
import type { ViewProps } from "../registry.ts";
import { MoneyPage } from "./MoneyPage.tsx";
import { TraceGuide } from "./TraceGuide.tsx";

export function TraceView({ subject }: ViewProps) {
  const t = useWords();
  useEffect(() => setCrumbs(subject === "" ? [] : [t("trace.money.crumb")]), [subject, t]);
  return subject === "" ? <TraceGuide /> : <MoneyPage key={subject} subject={subject} />;
}
