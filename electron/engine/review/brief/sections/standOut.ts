// Places, hours and categories that stand out, with the test that says so and how often chance would do it.
import type { CitedCell } from "../../../../../shared/review/brief/briefCounts.ts";
import type { Sentence } from "../../../../../shared/review/paper/paper.ts";
import { valueWord } from "../../../../../shared/review/statistics/words.ts";
import { type BriefContext, type BriefSection, citeCases, line, statement, told } from "../briefContext.ts";

function cellSentence(context: BriefContext, { by, codes, count, expected, oneIn, cases }: CitedCell): Sentence {
  const { say } = context;
  const where = codes.map((code, i) => valueWord(by[i]!, code, say)).join(" × ");
  const figures = { count, expected: expected.toFixed(1), times: oneIn };
  return statement(say, `standOut:${by.join("-")}:${codes.join("-")}`, figures, { where }, citeCases(context, cases));
}

/** How it was tested, for the note at the end; nothing where too little lies before. */
export function testMethod({ say, counts }: BriefContext): readonly string[] {
  const tested = counts.standOut.flatMap(({ baseline }) => (baseline === null ? [] : [baseline]));
  if (tested.length === 0) return [];
  const cells = tested.reduce((sum, baseline) => sum + baseline.tested, 0);
  return [say("brief.test.line", { periods: Math.max(...tested.map(({ periods }) => periods)), cells })];
}

export const standOut: BriefSection = {
  id: "standOut",
  heading: "brief.section.standOut",
  write: (context) => {
    const sentences = context.counts.standOut.flatMap(({ cells }) => cells.map((cell) => cellSentence(context, cell)));
    const isTested = context.counts.standOut.some(({ baseline }) => baseline !== null);
    return [
      ...(sentences.length === 0 && isTested ? [line(context.say("brief.none.standOut"))] : told(context, sentences)),
      line(context.say(isTested ? "brief.test.see" : "brief.test.none")),
    ];
  },
};
