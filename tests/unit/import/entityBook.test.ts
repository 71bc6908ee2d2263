// What a batch sends of its entities: each once, again when it has been named, and numbers that always lead to the right one.
import { expect, test } from "vitest";
import { EntityBook, takeNews } from "../../../shared/import/entityBook.ts";
import { FactSink } from "../../../shared/import/factSink.ts";
import { seededRandom } from "../../../shared/random.ts";

const take = (sink: FactSink) => takeNews(sink.take(null, 1, 1));

test("an entity is told once, and again when a later row names it", () => {
  const book = new EntityBook();
  const first = new FactSink(1, book);
  first.entity("account", "6217001", "", 1);
  first.entity("account", "6217002", "何某", 1);
  const told = take(first);
  const second = new FactSink(1, book);
  expect([second.entity("account", "6217002", "吴某", 2), second.entity("account", "6217001", "许某", 2)]).toEqual([0, 1]);
  const again = take(second);
  expect(told.entities.map(({ key, label }) => [key, label])).toEqual([
    ["6217001", "6217001"],
    ["6217002", "何某"],
  ]);
  expect(again.entities.map(({ key, label, row }) => [key, label, row])).toEqual([["6217001", "许某", 1]]);
  expect([[...told.numbers], [...again.numbers]]).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test("over many batches the numbers lead to the same entities as telling all of them, also when the book begins anew", () => {
  const random = seededRandom(3);
  const book = new EntityBook(40);
  const keyOfNumber: string[] = [];
  const held: { sink: FactSink; keys: string[] }[] = [];
  const receive = () => {
    const { sink, keys } = held.shift()!;
    const batch = take(sink);
    for (const { number, key } of batch.entities) keyOfNumber[number] = key;
    expect(Array.from(batch.numbers, (number) => keyOfNumber[number])).toEqual(keys);
  };
  for (let i = 0; i < 60; i++) {
    const sink = new FactSink(1, book);
    const keys: string[] = [];
    for (let j = 0; j < 20; j++) {
      const key = `k${Math.floor(random() * 90)}`;
      const place = sink.entity("phone", key, random() < 0.2 ? `n${key}` : "", i);
      keys[place] = key;
    }
    held.push({ sink, keys });
    // Statements keep batches back: the book may begin anew before an earlier batch has been sent.
    if (held.length > 2) receive();
  }
  while (held.length > 0) receive();
});

test("what rows say of an entity over and over is told once, also of two kinds with one key", () => {
  const book = new EntityBook();
  const say = (sink: FactSink, kind: string) => sink.repeatedAttribute(sink.entity(kind, "1", "", 1), "account.bank", "建设银行", 1);
  const sink = new FactSink(1, book);
  say(sink, "account");
  say(sink, "account");
  say(sink, "phone");
  const later = new FactSink(1, book);
  say(later, "account");
  expect([sink.attributes.length, later.attributes.length]).toEqual([2, 0]);
});
