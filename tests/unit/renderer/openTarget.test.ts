// What a clue is as a whole: opened by one key, or nothing where it says more.
import { describe, expect, it } from "vitest";
import { targetOf } from "../../../renderer/state/assess.ts";
import type { Assessment, ClueEntity } from "../../../shared/review/assess/calls.ts";

const entity = (ref: string, label: string, by: ClueEntity["by"] = "identifier"): ClueEntity => ({
  entity: ref,
  kind: ref.slice(0, ref.indexOf(":")),
  label,
  by,
  from: null,
});
const item = (text: string, start = 0) => ({ text, start, end: start + text.length }) as Assessment["items"][number];
const part = <T>(found: T) => ({ milliseconds: 1, isComplete: true, found });
const told = (more: Partial<Assessment>): Assessment => ({
  items: [],
  entities: [],
  candidates: [],
  leftOut: 0,
  draft: { type: "", from: "", to: "", loss: "" },
  searched: { keys: 0, names: 0, points: 0, words: false },
  parts: {},
  milliseconds: 1,
  ...more,
});
const aCase = (number: string, through: readonly unknown[] = []) => ({ case: number, through }) as never;

describe("what a text is as a whole", () => {
  it("is a case by its number or its incident's, alone", () => {
    const cases = { cases: part({ items: [aCase("A1001")], count: 1 }) };
    expect(targetOf(" A1001 ", told({ parts: cases }))).toEqual({ view: "link", subject: "A1001", kind: "case", name: "A1001" });
    expect(targetOf("J2026110001", told({ parts: cases }))?.subject).toBe("A1001");
    expect(targetOf("A1001 又来电", told({ parts: cases }))).toBeNull();
  });

  it("is a series or a ring that there is", () => {
    const parts = {
      series: part({ items: [{ series: "S-12" } as never], isStale: false }),
      rings: part({ items: [{ ring: "R-3" } as never] }),
    };
    expect(targetOf("s-12", told({ parts }))).toMatchObject({ view: "group", subject: "S-12", kind: "series" });
    expect(targetOf("R-3", told({ parts }))).toMatchObject({ view: "group", subject: "R-3", kind: "ring" });
    expect(targetOf("S-99", told({ parts }))).toBeNull();
  });

  it("is one entity, whoever stands for it besides", () => {
    const known = [entity("phone:13800138000", "13800138000"), entity("person:1", "张三", "identity")];
    const cases = { cases: part({ items: [aCase("A1", [{}])], count: 1 }) };
    const whole = told({ items: [item("138 0013 8000")], entities: known, parts: cases });
    expect(targetOf("138 0013 8000", whole)).toEqual({ view: "chart", subject: "phone:13800138000", kind: "entity", name: "13800138000" });
    expect(targetOf("张三", told({ entities: [entity("person:1", "张**", "name")] }))?.subject).toBe("person:1");
  });

  it("is nothing where it says more, where several are meant, or where it was only searched", () => {
    const phone = entity("phone:13800138000", "13800138000");
    expect(targetOf("用13800138000联系", told({ items: [item("13800138000", 1)], entities: [phone] }))).toBeNull();
    expect(targetOf("张三", told({ entities: [entity("person:1", "张三", "name"), entity("person:2", "张三", "name")] }))).toBeNull();
    expect(targetOf("张", told({ entities: [entity("person:1", "张三", "words")] }))).toBeNull();
    expect(targetOf("13800138000\n又来电", told({ entities: [phone] }))).toBeNull();
  });
});
