// How a briefing calls what is watched: its label, else the words of its kind, with its number.
import type { WatchSubject } from "../../../../shared/review/watch/subject.ts";
import type { WatchRow } from "../../store/sqlite/tables/watch.ts";
import { describeWatch, watchName } from "../watch/readAlerts.ts";
import type { BriefContext } from "./briefContext.ts";

const kindKeys: Readonly<Record<WatchSubject["kind"], string>> = {
  entity: "watch.kind.entity",
  place: "watch.kind.place",
  series: "watch.kind.series",
  words: "watch.kind.words",
  rule: "watch.kind.rule",
};

export function watchWord({ job, say }: BriefContext, watch: WatchRow): string {
  const { label, entity } = describeWatch(job.db, watch);
  const { subject } = watch;
  const kind = say(kindKeys[subject.kind]);
  if (subject.kind === "rule") return `${watchName(watch.id)} ${say(`watch.rule.${subject.rule}`)}`;
  const shown = entity === null ? job.show.text(label) : job.show.label(entity.slice(0, entity.indexOf(":")), label);
  return [watchName(watch.id), kind, shown].filter((part) => part !== "").join(" ");
}
