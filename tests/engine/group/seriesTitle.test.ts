// What a series is called: app, suspect, account holder, site, area; never the police station that took the report.
import { expect, it } from "vitest";
import { seriesTitle } from "../../../electron/engine/group/seriesTitle.ts";
import type { CaseIdentifier, CaseRecord } from "../../../shared/link/caseData.ts";

const station = "云津市公安局东渡区分局文汇派出所";
const one = (kind: string, label: string, more: Partial<CaseIdentifier> = {}): CaseIdentifier => ({
  entity: `${kind}:${label}`,
  kind,
  subtype: "",
  label,
  role: "offender",
  origin: "column",
  citations: [],
  ...more,
});
const cases = (...identifiers: readonly CaseIdentifier[]): CaseRecord[] =>
  ["A1", "A2"].map((number) => ({ number, type: "虚假购物服务", unit: station, identifiers }) as unknown as CaseRecord);

const site = one("netid", "huixiang-go.example", { subtype: "domain" });
const holder = one("account", "何晓芳");
const suspect = one("person", "何强");
const app = one("netid", "惠享购", { subtype: "app" });

it("takes the first of app, suspect, holder, site, area that two of its cases have", () => {
  expect(seriesTitle(cases(site, holder, suspect, app))).toBe("惠享购 虚假购物服务");
  expect(seriesTitle(cases(site, holder, suspect))).toBe("何强 虚假购物服务");
  expect(seriesTitle(cases(site, holder))).toBe("户名何晓芳 虚假购物服务");
  expect(seriesTitle(cases(site))).toBe("huixiang-go.example 虚假购物服务");
  expect(seriesTitle(cases())).toBe("东渡区 虚假购物服务");
});

it("names nobody on the victims' side, and nothing that only one case has", () => {
  const [first, second] = cases(one("account", "周丽", { role: "victim" }), one("netid", "小雅", { role: "victim" }));
  expect(seriesTitle([first!, { ...second!, identifiers: [...second!.identifiers, app] }])).toBe("东渡区 虚假购物服务");
});

it("reads the area of units of all levels, and says nothing where a station is all that there is", () => {
  const of = (unit: string) => seriesTitle(cases().map((record) => ({ ...record, unit })));
  expect(of("安徽省合肥市公安局")).toBe("合肥市 虚假购物服务");
  expect(of("肥西县公安局")).toBe("肥西县 虚假购物服务");
  expect(of("枣庄市公安局市中区分局光明路派出所")).toBe("市中区 虚假购物服务");
  expect(of("歙县公安局")).toBe("歙县 虚假购物服务");
  expect(of("文汇派出所")).toBe("虚假购物服务");
});
