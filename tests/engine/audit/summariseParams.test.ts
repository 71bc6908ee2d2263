// What the audit keeps of parameters: long things counted, passwords left out wherever they stand.
import { expect, it } from "vitest";
import { summariseParams } from "../../../electron/engine/audit/summariseParams.ts";

it("leaves a password out at any depth, and keeps what stands beside it", () => {
  const address = { uri: "bolt://127.0.0.1:7687", user: "neo4j", password: "canary-1" };
  const kept = summariseParams({ ...address, address, list: [{ address }], mapping: { labels: [] } });
  expect(JSON.stringify(kept)).not.toContain("canary");
  expect(kept).toMatchObject({ uri: address.uri, user: "neo4j", address: { uri: address.uri, user: "neo4j" } });
});

it("cuts long texts and counts long lists", () => {
  expect(summariseParams({ text: "x".repeat(300), refs: Array.from({ length: 50 }, () => "a") })).toEqual({
    text: `${"x".repeat(200)}…`,
    refs: { items: 50 },
  });
});
