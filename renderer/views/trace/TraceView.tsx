// The trace screen: its pages side by side, each with what it is about; without anything, what there is to follow.
import { useEffect } from "react";
import { useWords } from "../../i18n/index.ts";
import { Segmented } from "../../parts/index.ts";
import { setCrumbs } from "../../state/navigation.ts";
import { openTrace } from "../../state/trace.ts";
import { pageNames, parseTraceSubject } from "../../state/traceSubject.ts";
import { RecordButton } from "../review/pack/RecordButton.tsx";
import type { ViewProps } from "../viewProps.ts";
import { pages } from "./pages.ts";
import "../analysis.css";
import "./trace.css";

export function TraceView({ subject }: ViewProps) {
  const t = useWords();
  const { page, about } = parseTraceSubject(subject);
  const { word, component: Page } = pages[page];
  useEffect(() => setCrumbs(subject === "" ? [] : [t(word)]), [subject, t, word]);
  return (
    <div className="cw-trace-view">
      <nav className="cw-trace-nav" aria-label={t("trace.page.label")}>
        <Segmented
          label={t("trace.page.label")}
          value={page}
          onChange={(name) => openTrace(name)}
          options={pageNames.map((value) => ({ value, text: t(pages[value].word) }))}
        />
        <RecordButton isIcon />
      </nav>
      <Page key={subject} about={about} />
    </div>
  );
}
