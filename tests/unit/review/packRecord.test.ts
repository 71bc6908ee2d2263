// Recording: what becomes of the arguments of logged steps; and the calls that packs may make.
import { describe, expect, it } from "vitest";
import { titleOf } from "../../../shared/review/pack/line.ts";
import { recordSteps } from "../../../shared/review/pack/recordSteps.ts";
import { stepKinds } from "../../../shared/review/pack/steps/index.ts";
import type { AnyCall } from "../../../shared/rpc/call.ts";
import { type CallName, contract } from "../../../shared/rpc/contract.ts";
import { catalogue } from "../../../shared/words.ts";

describe("the calls that packs may make", () => {
  const calls = stepKinds.map(({ call }) => [call, contract[call as CallName] as AnyCall | undefined] as const);

  /** Jobs that store what they find, so that a list or the next step can read it: no fact, no judgement. */
  const storing = [
    "resolve.runResolution",
    "resolve.matchAddresses",
    "link.runLinkage",
    "link.findSimilar",
    "group.runSeries",
    "group.findRings",
  ];

  it("are calls of the contract that read or find, none that writes, removes, exports or takes a statement", () => {
    expect(calls.filter(([, call]) => !call || call.kind === "write" || call.refusedWhenMasked).map(([name]) => name)).toEqual([]);
    const jobs = calls.filter(([name, call]) => call?.kind === "job" && !call.onReadOnly && !storing.includes(name));
    expect(jobs.map(([name]) => name)).toEqual([]);
    expect(
      calls.map(([name]) => name).filter((name) => /\.(?:export|write|store|remove|save|add|mark|record|query|push|pull)/.test(name)),
    ).toEqual([]);
  });

  it("have words for their names, their columns and what of them can be turned", () => {
    const keys = stepKinds.flatMap(({ call, tunable, shape }) => [
      `pack.step.${call}`,
      ...tunable.map(({ name }) => `pack.argument.${name}`),
      ...(shape?.fields.map((field) => `pack.field.${titleOf(field)}`) ?? []),
    ]);
    expect(keys.filter((key) => !catalogue[key])).toEqual([]);
  });
});

describe("recorded steps", () => {
  it("make parameters of numbers and days, and keep the rest as it was", () => {
    const { steps, parameters } = recordSteps([{ call: "group.findMotifs", arguments: { kinds: ["fan-in"], windowDays: 3 } }]);
    expect(steps.map(({ id, with: given }) => ({ id, given }))).toEqual([
      { id: "motifs1", given: { kinds: ["fan-in"], windowDays: { from: "parameters.motifs1WindowDays" } } },
    ]);
    expect(parameters).toEqual([
      { name: "motifs1WindowDays", label: { zh: "时间窗（天）", en: "Window (days)" }, kind: "number", default: 3, min: 0.01, max: 366 },
    ]);
  });

  it("put the list behind a job that only stores, unless somebody recorded it", () => {
    const callsOf = (calls: readonly string[]) => recordSteps(calls.map((call) => ({ call, arguments: {} }))).steps.map(({ call }) => call);
    expect(callsOf(["link.runLinkage", "group.runSeries"])).toEqual([
      "link.runLinkage",
      "link.listPairs",
      "group.runSeries",
      "group.listSeries",
    ]);
    expect(callsOf(["group.runSeries", "group.listSeries"])).toEqual(["group.runSeries", "group.listSeries"]);
  });

  it("let series that were named by their ids refer to those that the pack finds", () => {
    const { steps } = recordSteps([
      { call: "group.runSeries", arguments: {} },
      { call: "trace.traceMoney", arguments: { from: ["series:S-3", "series:S-4"], policy: "fifo", since: null } },
    ]);
    expect(steps.at(-1)!.with).toEqual({
      from: { from: "steps.series2.series[].series", prefix: "series:", top: 2 },
      policy: "fifo",
      since: { from: "parameters.money3Since" },
    });
  });

  it("make a parameter of a beginning that is no series", () => {
    const { steps, parameters } = recordSteps([{ call: "trace.traceMoney", arguments: { from: ["case:A1"] } }]);
    expect([steps[0]!.with, parameters[0]]).toEqual([
      { from: { from: "parameters.money1From" } },
      { name: "money1From", label: { zh: "起点", en: "Where it begins" }, kind: "entities", default: ["case:A1"] },
    ]);
  });

  it("make one step that runs for each of what was asked of one series after the other", () => {
    const { steps, sections } = recordSteps([
      { call: "group.runSeries", arguments: {} },
      { call: "group.readSeries", arguments: { series: "S-3" } },
      { call: "group.readSeries", arguments: { series: "S-7" } },
      { call: "group.readSeries", arguments: { series: "S-3" } },
    ]);
    expect(steps.at(-1)).toEqual({
      id: "series3",
      call: "group.readSeries",
      with: { series: { from: "item.series" } },
      about: { zh: "系列共用", en: "What a series shares" },
      each: { of: "series2", most: 2 },
      optional: true,
    });
    expect([steps.length, sections.map(({ id }) => id)]).toEqual([3, ["series2", "series3"]]);
  });

  it("make a parameter of one thing that no list of the pack holds", () => {
    const { steps, parameters } = recordSteps([{ call: "assess.readClue", arguments: { text: "13800000000" } }]);
    expect([steps[0]!.with, steps[0]!.each, parameters[0]]).toEqual([
      { text: { from: "parameters.clue1Text" } },
      undefined,
      { name: "clue1Text", label: { zh: "研判内容", en: "What is assessed" }, kind: "text", default: "13800000000" },
    ]);
  });

  it("keep records among their arguments", () => {
    const where = [{ dimension: "district", code: "340101" }];
    const { steps } = recordSteps([{ call: "statistics.cases", arguments: { where, from: "2026-11-01" } }]);
    expect(steps[0]!.with).toEqual({ where, from: { from: "parameters.cases1From" } });
  });
});
