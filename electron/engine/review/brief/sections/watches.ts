// What came under watch in the period, and what left it.

import { parseEntityRef } from "../../../../../shared/model/entity.ts";
import type { CitedRow } from "../../../../../shared/review/paper/citation.ts";
import type { Sentence } from "../../../../../shared/review/paper/paper.ts";
import { readEntityFacts } from "../../../chart/readEntityFacts.ts";
import { readEntity } from "../../../store/sqlite/tables/entity.ts";
import { countWatchesAt, listWatchChanges, type WatchChange } from "../../../store/sqlite/tables/periodRecords.ts";
import { readWatchRow, type WatchRow } from "../../../store/sqlite/tables/watch.ts";
import { type BriefContext, type BriefSection, line, statement, told } from "../briefContext.ts";
import { watchWord } from "../watchWord.ts";

/** A row that names what is watched; none while the workspace does not know it, or where it is no entity. */
function rowsOf({ job, citer }: BriefContext, { subject }: WatchRow): readonly CitedRow[] {
  if (subject.kind !== "entity") return [];
  const { kind, key } = parseEntityRef(subject.entity);
  if (readEntity(job.db, kind, key) === undefined) return [];
  const { links, attributes } = readEntityFacts(job.db, subject.entity, 1);
  const rows = [...attributes, ...links].flatMap(({ sources }) => sources.slice(0, 1)).slice(0, 1);
  return citer.cite(rows, { value: key });
}

function changeSentence(context: BriefContext, { id, change }: WatchChange): Sentence {
  const watch = readWatchRow(context.job.db, id)!;
  const values = { watch: watchWord(context, watch), reason: context.job.show.text(watch.reason) };
  const key = { added: "watchAdded", ended: "watchEnded", expired: "watchExpired" } as const;
  return statement(context.say, `${key[change]}:${id}`, {}, values, rowsOf(context, watch));
}

export const watches: BriefSection = {
  id: "watches",
  heading: "brief.section.watches",
  write: (context) => {
    const { job, say, startAt, endAt } = context;
    const changes = listWatchChanges(job.db, startAt, endAt);
    const of = (change: WatchChange["change"]): number => changes.filter((one) => one.change === change).length;
    const counts = { standing: countWatchesAt(job.db, endAt), added: of("added"), ended: of("ended"), expired: of("expired") };
    return [
      line(say("brief.watches.sum", counts)),
      ...told(
        context,
        changes.map((change) => changeSentence(context, change)),
        20,
      ),
    ];
  },
};
