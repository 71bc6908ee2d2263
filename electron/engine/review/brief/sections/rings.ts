// Rings that had cases in the period, and which of them are new.
import { ringTitle } from "../../../../../shared/group/ringName.ts";
import type { Sentence } from "../../../../../shared/review/paper/paper.ts";
import { type BriefContext, type BriefSection, citeCases, line, statement, told } from "../briefContext.ts";
import { caseRows } from "../caseRows.ts";
import type { RingNow } from "../ringsNow.ts";

function ringSentence(context: BriefContext, { ring, all, fresh, isNew }: RingNow): Sentence {
  const { say, job } = context;
  const values = { ring: ring.ring, title: job.show.text(ringTitle(say, ring)), mark: isNew ? say("brief.ring.new") : "" };
  return statement(
    say,
    `ring:${ring.ring}`,
    { fresh: fresh.length, count: all.length, people: ring.people },
    values,
    citeCases(context, caseRows(job.db, fresh)),
  );
}

export const rings: BriefSection = {
  id: "rings",
  heading: "brief.section.rings",
  write: (context) => {
    const { say, rings: active } = context;
    if (active === null) return [line(say("brief.none.ringRun"))];
    if (active.length === 0) return [line(say("brief.none.rings"))];
    return told(
      context,
      active.map((one) => ringSentence(context, one)),
    );
  },
};
