// The weights and how good they are: quality on solved cases, what the last run changed, every weight with its counts.
import { useEffect } from "react";
import { useWords } from "../../i18n/index.ts";
import { Button, ErrorPanel, PageTitle, Skeleton } from "../../parts/index.ts";
import { goTo, setCrumbs } from "../../state/navigation.ts";
import { useCall } from "../../state/useCall.ts";
import { QualityPanel } from "./QualityPanel.tsx";
import { RunChanges } from "./RunChanges.tsx";
import { RunningBar } from "./RunPanel.tsx";
import { WeightTables } from "./WeightTables.tsx";
import "../group/group.css";
import "./model.css";
import "./weightEditor.css";

export function ModelView() {
  const t = useWords();
  const { data, error, reload } = useCall("link.readModel", {}, ["link", "decisions", "facts"]);
  useEffect(() => setCrumbs([t("link.model.title")]), [t]);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={14} tall />;
  return (
    <article className="cw-model">
      <PageTitle
        title={t("link.model.title")}
        note={t("link.model.note")}
        tools={
          <Button icon="link" onClick={() => goTo("link")}>
            {t("link.model.back")}
          </Button>
        }
      />
      <RunningBar />
      <QualityPanel found={data.evaluation} />
      <RunChanges changes={data.changes} />
      <WeightTables page={data} />
    </article>
  );
}
