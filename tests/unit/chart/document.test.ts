import { expect, test } from "vitest";
import { chartDocumentSchema } from "../../../shared/chart/calls.ts";
import { fromDocument, newElements, toDocument } from "../../../shared/chart/graphModel.ts";
import { nodeLabel, openMask } from "../../../shared/chart/labels.ts";
import { timelineOf } from "../../../shared/chart/timeline.ts";
import { aLink, aModel, aNode } from "./chartFixtures.ts";

const nodes = [aNode("case:A1", { firstAt: 0 }), aNode("phone:1"), aNode("account:2")];
const links = [aLink("case:A1", "phone:1", { firstAt: 0, lastAt: 864e5 * 9, kind: "call" }), aLink("case:A1", "account:2")];
const model = aModel(nodes, links);

test("a chart becomes a document of record keys and comes back as it was", () => {
  const document = chartDocumentSchema.parse(toDocument(model));
  expect(toDocument(fromDocument(document, { nodes, links }))).toEqual(document);
  expect(fromDocument(document, { nodes, links }).links).toEqual(model.links);
});

test("an entity that was withdrawn stays as a ghost in its place, its links go", () => {
  const back = fromDocument(toDocument(model), { nodes: nodes.slice(0, 2), links: links.slice(0, 1) });
  expect(back.nodes.get("account:2")?.ghost).toBe(true);
  expect(back.positions).toEqual(model.positions);
  expect([...back.links.keys()]).toEqual(["case:A1>phone:1"]);
});

test("of an answer only what is not there is new, and only links between shown nodes", () => {
  const answer = { nodes: [...nodes, aNode("phone:9")], links: [...links, aLink("phone:9", "case:A1"), aLink("phone:9", "person:far")] };
  expect(newElements(model, answer)).toEqual({ nodes: [aNode("phone:9")], links: [aLink("phone:9", "case:A1")] });
});

test("labels give the tail of long numbers and at most two short lines", () => {
  const label = (kind: string, text: string, note = "") => nodeLabel({ ref: `${kind}:${text}`, kind, label: text, note }, openMask, "万");
  expect(label("case", "A3412002026110037", "14.3 万")).toEqual({ first: "…26110037", second: "14.3 万" });
  expect(label("case", "A1", "143200.00")).toEqual({ first: "A1", second: "14.3 万" });
  expect(label("account", "6217000000000412", "建行")).toEqual({ first: "0412", second: "建行" });
  const held = { ref: "account:6217000000000412", kind: "account", label: "李娜", note: "建行" };
  expect(nodeLabel(held, openMask)).toEqual({ first: "李娜 0412", second: "建行" });
  expect(nodeLabel({ ...held, label: "云津市某某商贸有限公司客户备付金" }, openMask).first).toBe("云津市某某商贸有限… 0412");
  expect(label("account", "215500690")).toEqual({ first: "支付宝 0690", second: "" });
  expect(label("netid", "a-very-long-domain-name.example")).toEqual({ first: "a-very-long-dom…", second: "" });
});

test("the timeline has a lane for each thing with a time", () => {
  const timeline = timelineOf(model, 10)!;
  expect(timeline.lanes.map((lane) => [lane.id, lane.bins])).toEqual([
    ["case", [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ["call", [1, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
  ]);
  expect(timelineOf(aModel([aNode("phone:1")]), 10)).toBeNull();
});
