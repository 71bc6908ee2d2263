// How labels of other graphs are read: kinds by their words, keys by constraint or by name and sample.
import { expect, it } from "vitest";
import { guessGraphMapping, guessKey, guessKinds, type LabelFacts } from "../../../shared/workspace/graphMapping.ts";

const facts = (label: string, properties: Readonly<Record<string, number>>, more: Partial<LabelFacts> = {}): LabelFacts => ({
  label,
  count: 10,
  sampled: 10,
  unique: [],
  properties: Object.entries(properties).map(([name, distinct]) => ({ name, filled: 10, distinct, isText: true })),
  ...more,
});

it("gives each kind to one label, the plainest, and leaves the others their own", () => {
  expect(
    guessKinds(["Area", "Crime", "Email", "Location", "Object", "Officer", "Person", "Phone", "PhoneCall", "PostCode", "Vehicle"]),
  ).toEqual(["area", "case", "netid", "place", "thing", "officer", "person", "phone", "phone-call", "post-code", "vehicle"]);
  expect(guessKinds(["BankAccount", "Transaction", "Customer", "Company", "IP", "CreditCard"])).toEqual([
    "account",
    "transaction",
    "person",
    "organisation",
    "netid",
    "credit-card",
  ]);
});

it("takes the property of a uniqueness constraint as the key, else one that is full, unlike and named like a key", () => {
  expect(guessKey(facts("Person", { nhs_no: 10, name: 10, age: 4 }))).toBe("nhs_no");
  expect(guessKey(facts("Person", { name: 10, age: 4 }))).toBeNull();
  expect(guessKey(facts("Person", { nhs_no: 9, name: 10 }))).toBeNull();
  expect(guessKey(facts("Person", { nhs_no: 10, name: 10 }, { unique: ["name"] }))).toBe("name");
  expect(guessKey(facts("Email", { email_address: 10 }))).toBe("email_address");
  expect(guessKey(facts("Crime", { id: 10, charge: 2 }))).toBe("id");
});

it("names records by name and surname, weighs links by an amount", () => {
  const mapping = guessGraphMapping(
    [facts("Person", { name: 9, surname: 9 })],
    [
      { type: "PAID", count: 3, numbers: ["amount", "year"] },
      { type: "KNOWS", count: 1, numbers: [] },
    ],
  );
  expect(mapping.labels[0]!.title).toEqual(["name", "surname"]);
  expect(mapping.types).toEqual([
    { type: "PAID", weight: "amount" },
    { type: "KNOWS", weight: null },
  ]);
});

it("reads Chinese labels by what they end in, and leaves those it does not know their own name", () => {
  expect(guessKinds(["涉案人员", "人员", "案件", "银行卡", "手机号码", "通话记录", "微信", "旅馆", "公司"])).toEqual([
    "涉案人员",
    "person",
    "case",
    "account",
    "phone",
    "通话记录",
    "netid",
    "place",
    "organisation",
  ]);
  expect(guessKey(facts("人员", { 姓名: 10, 身份证号: 10 }))).toBe("身份证号");
  expect(guessGraphMapping([facts("公司", { 编号: 10, 名称: 10 })], []).labels[0]).toMatchObject({ key: "编号", title: ["名称"] });
});
