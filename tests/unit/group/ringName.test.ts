// What a ring is called: people before things, never a bare number, the same words for every page.
import { describe, expect, it } from "vitest";
import { createSentences } from "../../../electron/words.ts";
import type { NamedEntity, RingDetail } from "../../../shared/group/ringCalls.ts";
import { nameRing, ringTitle } from "../../../shared/group/ringName.ts";
import type { RingRole } from "../../../shared/group/rings/roles/role.ts";

type Member = RingDetail["members"][number];

const named = (kind: string, key: string, label = key): NamedEntity => ({ entity: `${kind}:${key}`, kind, label });
const member = (one: NamedEntity, role: RingRole, also: readonly NamedEntity[] = []): Member =>
  ({ ...one, role, also, core: true, stability: 1, why: { reason: "mule", numbers: {}, amount: null, named: [], sources: [] } }) as Member;
const shared = (one: NamedEntity, cases: number) => ({ ...one, cases, people: 1 });

const boss = named("person", "110101199001011237", "冯春怡");
const line = named("phone", "16145531848");
const mule = named("person", "110100200210301328", "李雨英");
const say = createSentences("zh-CN");
const titled = (ring: Pick<RingDetail, "members" | "shared">, title = "") =>
  ringTitle(say, { namedBy: nameRing(ring), title, people: ring.members.length });

describe("a ring", () => {
  it("is called by its organiser", () => {
    const ring = { members: [member(boss, "organiser"), member(mule, "mule")], shared: [] };
    expect(nameRing(ring)).toEqual({ ...boss, as: "organiser" });
    expect(titled(ring)).toBe("冯春怡一伙");
  });

  it("is called by the owner of the organiser's number, where he is known", () => {
    expect(titled({ members: [member(line, "organiser", [boss])], shared: [] })).toBe("冯春怡一伙");
  });

  it("is never called by a number: where the organiser is one, the next in the order of roles names it", () => {
    const ring = { members: [member(line, "organiser"), member(mule, "mule")], shared: [shared(named("netid", "惠享购"), 3)] };
    expect(nameRing(ring)).toEqual({ ...mule, as: "member" });
    expect(titled(ring)).toBe("李雨英等 2 人");
  });

  it("is called by whose name an account runs, where no person is known", () => {
    const card = named("account", "6217000080100070412", "何晓芳");
    expect(titled({ members: [member(line, "caller"), member(card, "mule")], shared: [] })).toBe("何晓芳等 2 人");
  });

  it("is called by the app, else the site, of most cases, where nobody has a name", () => {
    const things = [
      shared(named("netid", "youju-vip1945.example"), 9),
      shared(named("netid", "anpay_694154"), 8),
      shared(named("netid", "优拼会议"), 2),
    ];
    expect(titled({ members: [member(line, "caller")], shared: things })).toBe("“优拼会议”背后的一伙");
    expect(titled({ members: [member(line, "caller")], shared: things.slice(0, 2) })).toBe("“youju-vip1945.example”背后的一伙");
  });

  it("has the name of its series, or none, where there is nothing else", () => {
    expect(titled({ members: [member(line, "caller")], shared: [] }, "东渡区 入室盗窃")).toBe("东渡区 入室盗窃一伙");
    expect(titled({ members: [member(line, "caller")], shared: [] })).toBe(say("ring.title.unknown"));
  });
});
