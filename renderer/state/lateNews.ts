// What an import stored and could not tell to the end – which series its cases fit, what is watched – is told when the workspace opens.
import { useImporting } from "./importing.ts";
import { runJob } from "./jobs.ts";
import { tell } from "./toasts.ts";
import { useWorkspace, type WorkspaceState } from "./workspace.ts";

// Producers

export const owesNews = ({ info }: Pick<WorkspaceState, "info">): boolean => info !== null && !info.readOnly && info.untold > 0;

// Actions

async function tellLate(): Promise<void> {
  const title = { title: "job.title.late", place: { view: "import", subject: "" } as const };
  const { sources, matches, alerts } = await runJob("import.tellLate", {}, title);
  if (matches.length > 0) useImporting.setState({ matches });
  if (sources > 0) tell("import.told.late", { sources, matches: matches.length, alerts: alerts.length });
}

/** Once, when the engine first says what the workspace owes; called by the entry. */
export function watchLateNews(): void {
  const stop = useWorkspace.subscribe((state) => {
    if (state.info === null) return;
    stop();
    // Its failure stands in the tray, with a button to try again.
    if (owesNews(state)) tellLate().catch(() => undefined);
  });
}
