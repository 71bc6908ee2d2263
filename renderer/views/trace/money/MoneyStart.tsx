// Where a trace of money starts: last night's cases, a series, or what is typed.
import { useWords } from "../../../i18n/index.ts";
import { ErrorPanel, PageTitle, Skeleton } from "../../../parts/index.ts";
import { useCall } from "../../../state/useCall.ts";
import { useWorkspace } from "../../../state/workspace.ts";
import { TraceGuide } from "../TraceGuide.tsx";
import { NewCasesList } from "./NewCasesList.tsx";
import { SeedBox } from "./SeedBox.tsx";
import { SeriesToFollow } from "./SeriesToFollow.tsx";

export function MoneyStart() {
  const t = useWords();
  const info = useWorkspace((state) => state.info);
  const { data, error, reload } = useCall("workspace.readOverview", {}, ["facts", "group"]);
  if (info === null) return <Skeleton rows={10} />;
  if ((info.events.transfer ?? 0) === 0) return <TraceGuide />;
  return (
    <div className="cw-page cw-trace-page">
      <PageTitle title={t("trace.money.title")} note={t("trace.start.note")} tools={<SeedBox />} />
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      <div className="cw-fill cw-money-start">
        {data === null ? <Skeleton rows={10} /> : <NewCasesList cases={data.newCases} />}
        <SeriesToFollow />
      </div>
    </div>
  );
}
