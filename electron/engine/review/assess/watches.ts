// What is watched of the clue – an entity of it, a series of its cases, words that stand in it – and the open alerts about it.
import type { WatchSubject } from "../../../../shared/review/watch/subject.ts";
import { listAlertRows, readAlertRows } from "../../store/sqlite/tables/alert.ts";
import { listOpenAlertsAbout } from "../../store/sqlite/tables/clueFacts.ts";
import { countAlertsByWatch, listWatchRows } from "../../store/sqlite/tables/watch.ts";
import { describeAlerts, describeWatch } from "../watch/readAlerts.ts";
import { type Clue, refsOf } from "./clue.ts";
import type { Probe } from "./part.ts";

const mostAlerts = 20;

type Matches = (subject: WatchSubject) => boolean;

function matchesOf({ text, entities, named }: Clue, series: readonly string[]): Matches {
  const refs = new Set(refsOf(entities));
  const ofSeries = new Set([...named, ...series]);
  const lower = text.toLowerCase();
  return (subject) => {
    if (subject.kind === "entity")
      return refs.has(subject.entity) || lower.includes(subject.entity.slice(subject.entity.indexOf(":") + 1).toLowerCase());
    if (subject.kind === "series") return ofSeries.has(subject.series);
    return (
      subject.kind === "words" &&
      subject.words
        .toLowerCase()
        .split(/\s+/)
        .every((word) => lower.includes(word))
    );
  };
}

export const findWatches: Probe<"watches"> = ({ context: { db, clock }, clue, earlier }) => {
  const isMet = matchesOf(clue, earlier.series?.items.map(({ series }) => series) ?? []);
  const watches = listWatchRows(db).filter(({ subject }) => isMet(subject));
  const counts = countAlertsByWatch(db);
  const own = watches.flatMap(({ id }) => listAlertRows(db, { state: "open", watch: id }, mostAlerts).map((alert) => alert.id));
  const about = listOpenAlertsAbout(db, refsOf(clue.entities), mostAlerts);
  const alerts = readAlertRows(db, [...new Set([...own, ...about])]);
  return {
    watches: watches.map((watch) => describeWatch(db, watch, counts.get(watch.id), clock())),
    alerts: describeAlerts(db, alerts.sort((a, b) => b.id - a.id).slice(0, mostAlerts)),
  };
};
