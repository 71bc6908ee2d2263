// The number of an issue follows the last one of its kind and year; people and notice stay until somebody else is named.
import { describe, expect, it } from "vitest";
import { changeHead, type HeadedBrief, headOf, nextIssue } from "../../../shared/review/brief/briefHead.ts";
import { monthOf, type Period, parseDay } from "../../../shared/review/statistics/period.ts";

const day = (text: string): Period => ({ from: parseDay(text)!, to: parseDay(text)! });
const month = (text: string): Period => monthOf(parseDay(`${text}-01`)!);
const issued = (period: Period, issue: string): HeadedBrief => ({ period, head: { issue } });

describe("the number of an issue", () => {
  it("is one up from the last, in the form that the last one has", () => {
    const next = (last: string) => nextIssue(month("2026-11"), [issued(month("2026-10"), last)], "第1期");
    expect(
      ["第12期", "〔2026〕12号", "2026年第12期", "第12期（总第112期）", "第009期", "第2026期", "2026 No. 12", "特刊"].map(next),
    ).toEqual(["第13期", "〔2026〕13号", "2026年第13期", "第13期（总第113期）", "第010期", "第2027期", "2026 No. 13", "第1期"]);
  });

  it("counts days, weeks and months by themselves", () => {
    const others = [issued(day("2026-11-20"), "第324期"), issued(month("2026-10"), "第10期")];
    expect(nextIssue(day("2026-11-21"), others, "第1期")).toBe("第325期");
    expect(nextIssue(month("2026-11"), others, "第1期")).toBe("第11期");
    expect(nextIssue({ from: parseDay("2026-11-16")!, to: parseDay("2026-11-22")! }, others, "第1期")).toBe("第1期");
  });

  it("is taken by no other issue, whatever the order in which days are told", () => {
    const others = [issued(day("2026-11-22"), "第13期"), issued(day("2026-11-15"), "第14期"), issued(day("2026-11-20"), "第12期")];
    expect(nextIssue(day("2026-11-23"), others, "第1期")).toBe("第15期");
  });

  it("begins anew in a new year where the year stands in it, and then counts on from there", () => {
    const others = [issued(month("2026-12"), "〔2026〕12号")];
    expect(nextIssue(month("2027-01"), others, "第1期")).toBe("〔2027〕1号");
    expect(nextIssue(month("2027-02"), [...others, issued(month("2027-01"), "〔2027〕1号")], "第1期")).toBe("〔2027〕2号");
    expect(nextIssue(month("2027-01"), [issued(month("2026-12"), "第12期")], "第1期")).toBe("第13期");
    expect(nextIssue(month("2027-02"), [issued(month("2026-12"), "第12期"), issued(month("2027-01"), "第1期")], "第1期")).toBe("第2期");
  });

  it("is not proposed where the last one was left without", () => {
    expect(nextIssue(month("2026-11"), [issued(month("2026-10"), ""), issued(month("2026-09"), "第9期")], "第1期")).toBe("");
  });
});

describe("the head", () => {
  const known = { unit: "云津市反诈中心", today: "2026-11-23", first: "第1期" };
  const others: readonly HeadedBrief[] = [
    { period: month("2026-10"), head: { drafted: "钱警官", notice: "内部资料 注意保管" } },
    { period: day("2026-11-20"), head: { drafted: "赵警官", approved: "孙支队长" } },
  ];

  it("proposes what the last of its kind said, else the last of any, and says what is only proposed", () => {
    expect(headOf({ period: month("2026-11"), head: { issue: "第3期", notice: "" } }, others, known)).toEqual({
      unit: "云津市反诈中心",
      issue: "第3期",
      issued: "2026-11-23",
      drafted: "钱警官",
      approved: "孙支队长",
      notice: "",
      proposed: ["issued", "drafted", "approved"],
    });
  });

  it("keeps what is written, an empty text too, and goes back to the proposal with null", () => {
    const written = changeHead({ issue: "第3期", drafted: "钱警官" }, { issue: null, drafted: "", approved: "李支队长" });
    expect(written).toEqual({ drafted: "", approved: "李支队长" });
  });
});
