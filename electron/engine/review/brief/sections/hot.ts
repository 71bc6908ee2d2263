// Numbers, accounts, applications and domains that came again in the period.
import { kindKeys } from "../../../../../shared/look/vocabularyKeys.ts";
import { entityKinds, parseEntityRef } from "../../../../../shared/model/entity.ts";
import type { HotThing } from "../../../../../shared/review/brief/hotThings.ts";
import type { Block, Sentence } from "../../../../../shared/review/paper/paper.ts";
import { nameOf } from "../../report/reportContext.ts";
import { type BriefContext, type BriefSection, line, mostRows, statement } from "../briefContext.ts";

const mostOfKind = 10;

const citeThing = ({ citer, rowOf }: BriefContext, { entity, rows }: HotThing) =>
  citer.cite(rows.slice(0, mostRows).map(rowOf), { value: parseEntityRef(entity).key });

function kindTable(context: BriefContext, things: readonly HotThing[]): Block {
  const { say } = context;
  const right = (heading: string) => ({ heading: say(heading), width: 6, align: "right" as const });
  return {
    kind: "table",
    table: {
      columns: [
        { heading: say(kindKeys[things[0]!.kind]!), width: 18 },
        right("brief.column.casesNow"),
        right("brief.column.casesAll"),
        { heading: say("brief.column.latest"), width: 16 },
      ],
      rows: things.map((one) => [
        nameOf(context, one.entity, one.label),
        String(one.count),
        String(one.total),
        one.rows
          .slice(0, 3)
          .map((row) => row.case)
          .join(say("report.cite.comma")),
      ]),
    },
    citations: things.map((one) => citeThing(context, one)),
  };
}

function kindSentence(context: BriefContext, kind: string, things: readonly HotThing[]): Sentence {
  const first = things[0]!;
  const figures = { count: things.length, most: first.count, total: first.total };
  const values = { kind: context.say(kindKeys[kind]!), name: nameOf(context, first.entity, first.label) };
  return statement(
    context.say,
    `hot:${kind}`,
    figures,
    values,
    things.flatMap((one) => citeThing(context, one).slice(0, 1)).slice(0, mostRows),
  );
}

export const hot: BriefSection = {
  id: "hot",
  heading: "brief.section.hot",
  write: (context) => {
    const { say } = context;
    const kinds = entityKinds.filter((kind) => context.hot.some((thing) => thing.kind === kind));
    if (kinds.length === 0) return [line(say("brief.none.hot"))];
    return kinds.flatMap((kind): Block[] => {
      const things = context.hot.filter((thing) => thing.kind === kind);
      const rest = things.length - mostOfKind;
      return [
        { kind: "paragraph", sentences: [kindSentence(context, kind, things)] },
        kindTable(context, things.slice(0, mostOfKind)),
        ...(rest > 0 ? [line(say("brief.more", { count: rest }))] : []),
      ];
    });
  },
};
