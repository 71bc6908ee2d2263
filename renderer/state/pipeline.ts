// Steps that follow each other: linking, then grouping, as one thing a person starts.
import { runJob } from "./jobs.ts";
import { reportError, tell } from "./toasts.ts";

/** Links all cases and clusters them into series; both stand in the tray. */
export async function runLinkAndGroup(): Promise<void> {
  try {
    await runJob("link.runLinkage", {}, { title: "job.title.link", place: { view: "link", subject: "" } });
    const run = await runJob("group.runSeries", {}, { title: "job.title.group", place: { view: "group", subject: "" } });
    tell("job.told.grouped", { count: run.series });
  } catch (error) {
    reportError(error);
  }
}
