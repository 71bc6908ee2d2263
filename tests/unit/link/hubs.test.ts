// Which identifiers weigh nothing: public ones and those that spread like chance; never the mule of a large series.
import { expect, test } from "vitest";
import { explainPair } from "../../../shared/link/explainPair.ts";
import { expectedDistinct } from "../../../shared/link/hubs.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import { seededRandom } from "../../../shared/random.ts";
import { aLinkInput, anIdentifier, anOrdinaryCase, dayMs } from "./caseBuilder.ts";

const random = seededRandom(3);
const everyTenth = (i: number, entity: string) => (i % 10 === 0 ? [anIdentifier(entity)] : []);
const strangers = Array.from({ length: 400 }, (_, i) =>
  anOrdinaryCase(i, random, {
    identifiers: [
      anIdentifier(`account:own-${i}`),
      ...everyTenth(i, "phone:95588"),
      ...everyTenth(i + 3, "account:pool"),
      ...everyTenth(i + 6, "account:listed"),
    ],
  }),
);
const gang = Array.from({ length: 40 }, (_, i) =>
  anOrdinaryCase(1000 + i, random, {
    type: "type 1",
    from: (100 + i) * dayMs,
    until: (100 + i) * dayMs,
    identifiers: [anIdentifier("account:mule"), anIdentifier(`phone:gang-${i % 4}`)],
  }),
);
const link = prepareLink(aLinkInput([...strangers, ...gang], { exclusions: [{ entity: "account:listed", reason: "settlement" }] }));
const reasons = new Map(link.hubs.list.map(({ entity, reason }) => [entity, reason]));

test("a service number, a listed account and an account that spreads like chance are hubs and say why", () => {
  expect([reasons.get("phone:95588"), reasons.get("account:listed"), reasons.get("account:pool")]).toEqual([
    "public-number",
    "excluded",
    "spread",
  ]);
});

test("the account of a series of forty cases is none, and stays strong evidence", () => {
  expect(reasons.has("account:mule")).toBe(false);
  const { evidence } = explainPair(link, gang[0]!.number, gang[39]!.number);
  expect(evidence.find(({ feature }) => feature === "sharedAccount")!.bits).toBeGreaterThan(4);
});

test("a handset behind all numbers of a large series ties them, a public address behind everybody's does not", () => {
  const behind = (i: number, entity: string) => ({
    near: [{ via: `phone:behind-${i}`, entity, kind: entity.split(":")[0]!, label: entity, step: "uses", at: null, citations: [] }],
  });
  const users = Array.from({ length: 30 }, (_, i) =>
    anOrdinaryCase(2000 + i, random, {
      type: "type 1",
      ...behind(i, "device:shared"),
      identifiers: [
        anIdentifier(`phone:behind-${i}`),
        anIdentifier(`account:users-${i % 5}`),
        anIdentifier("netid:users-app", "offender", "app"),
      ],
    }),
  );
  const everybody = strangers.slice(0, 60).map((one, i) => ({
    ...one,
    identifiers: [...one.identifiers, anIdentifier(`phone:behind-${100 + i}`)],
    ...behind(100 + i, "netid:public"),
  }));
  const { tables, hubs } = prepareLink(aLinkInput([...users, ...everybody, ...strangers.slice(60)]));
  const isHub = (ref: string) => hubs.near[tables.near.idOf.get(ref)!];
  expect([isHub("device:shared"), isHub("netid:public")]).toEqual([0, 1]);
});

test("no bar ever rests on a hub", () => {
  const holders = strangers.filter(({ identifiers }) => identifiers.length > 1).map(({ number }) => number);
  for (const a of holders.slice(0, 30))
    for (const b of holders.slice(30, 60)) {
      const entities = explainPair(link, a, b).evidence.flatMap((bar) => bar.entities);
      expect(entities.filter((entity) => reasons.has(entity))).toEqual([]);
    }
});

test("the distinct values expected by chance are those of drawing again and again", () => {
  const counts = [50, 30, 15, 5];
  const draw = seededRandom(9);
  let sum = 0;
  for (let turn = 0; turn < 4000; turn++) {
    const seen = new Set<number>();
    for (let k = 0; k < 6; k++) {
      const drawn = draw() * 100;
      seen.add(counts.findIndex((_, value) => drawn < counts.slice(0, value + 1).reduce((total, count) => total + count, 0)));
    }
    sum += seen.size;
  }
  expect(expectedDistinct(counts, 6)).toBeCloseTo(sum / 4000, 1);
});
