// Counts in sentences: one is told in the singular, whether it comes as a number or as it is printed.
import { expect, it } from "vitest";
import { createSentences } from "../../electron/words.ts";
import { countedForm } from "../../shared/words.ts";

it("chooses the form by the count, and leaves other blanks alone", () => {
  expect([1, "1", 2, "1,204", 0].map((count) => countedForm(count, "# case|# cases"))).toEqual([
    "1 case",
    "1 case",
    "2 cases",
    "1,204 cases",
    "0 cases",
  ]);
  expect(countedForm("S-1")).toBe("S-1");
});

it("tells several counts in one sentence, each in its own form", () => {
  const t = createSentences("en");
  expect(t("brief.say.alertTotal", { facts: 1, watches: 2, new: 1, seen: 0, handled: 0, dismissed: 0 })).toContain(
    "1 new fact about 2 watches",
  );
  expect(t("import.doubt.identifier-masked", { count: 1, column: "卡号", sample: "62**" })).toMatch(/^1 cell of “卡号” is masked/);
  expect(createSentences("zh-CN")("group.list.line", { n: 1, loss: "2.1 万" })).toBe("1 案 · 2.1 万");
});

it("leaves a gap where a count is not told", () => {
  expect(createSentences("en")("error.report-uncited", { first: "x" })).not.toContain("#");
});
