// Links between any two entities, as edge lists and graph files give them.
import type { DeclaredNode } from "../rowPlan.ts";
import { compileLinkAttributes } from "../rows/attributes.ts";
import { cleanKey, entityKindOf } from "../rows/graphNames.ts";
import { type RowKindSpec, reject, targetTable, timeTargets } from "./target.ts";

export const linkKind: RowKindSpec = {
  rowKind: "link",
  targets: [
    ...targetTable([
      ["from.kind", "kind", "fromkind sourcekind 起点类型 源类型"],
      ["from.key", "key", "from source src start startid fromid sourceid 起点 源 主体 node1 person1"],
      ["from.space", "text", ""],
      ["from.label", "text", "fromlabel sourcename fromname sourcelabel 起点名称"],
      ["to.kind", "kind", "tokind targetkind 终点类型 目标类型"],
      ["to.key", "key", "to target dst dest destination end endid toid targetid 终点 目标 客体 node2 person2"],
      ["to.space", "text", ""],
      ["to.label", "text", "tolabel targetname toname targetlabel 终点名称"],
      ["kind", "kind", "kind relation relationship linktype edgetype reltype 关系 关系类型 联系类型 ptype type label"],
      ["directed", "text", "directed 有向"],
      ["ignored", "text", ""],
      ["weight", "number", "weight pweight value count times 权重 次数 rating"],
    ]),
    ...timeTargets("time", "time timestamp date at 时间 日期"),
  ],
  required: [["from.key"], ["to.key"]],
  telling: ["from.key", "to.key", "kind", "weight"],
  titles: ["edges", "links", "relationships", "关系", "network"],
  compile(plan) {
    const [fromKind, fromKey, fromLabel] = [plan.text("from.kind"), plan.text("from.key"), plan.text("from.label")];
    const [toKind, toKey, toLabel] = [plan.text("to.kind"), plan.text("to.key"), plan.text("to.label")];
    const [kind, directed, weight, time] = [plan.text("kind"), plan.text("directed"), plan.text("weight"), plan.time("time")];
    const attributes = compileLinkAttributes(plan);
    const [fromSpace, toSpace] = [plan.text("from.space"), plan.text("to.space")];
    const { nodes } = plan.context;
    const describeEnd = (id: string, space: string, kindText: string): DeclaredNode => {
      const declared = nodes?.find(id, space);
      if (nodes !== undefined && declared === undefined) plan.doubts.add("undeclared-end", "", id);
      if (declared !== undefined && kindText === "") return declared;
      const kindName = kindText === "" ? "thing" : entityKindOf(kindText);
      return { kind: kindName, key: cleanKey(kindName, id) };
    };
    return {
      write(cells, row, sink) {
        const [a, b] = [fromKey(cells), toKey(cells)];
        if (a === "" || b === "") return reject("key-missing", a === "" ? "from.key" : "to.key");
        const [start, end] = [describeEnd(a, fromSpace(cells), fromKind(cells)), describeEnd(b, toSpace(cells), toKind(cells))];
        const from = sink.entity(start.kind, start.key, fromLabel(cells), row);
        const to = sink.entity(end.kind, end.key, toLabel(cells), row);
        const strength = Number(weight(cells) || Number.NaN);
        sink.link(kind(cells) || "related", from, to, row, {
          directed: !/^(?:false|0|no|否|undirected)$/i.test(directed(cells)),
          at: time.read(cells) === "ok" ? time.reader.at : null,
          weight: Number.isFinite(strength) ? strength : null,
          attributes: attributes(cells),
        });
        return null;
      },
    };
  },
};
