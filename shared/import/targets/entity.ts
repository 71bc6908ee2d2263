// Entities of any kind, as graph files and node lists give them.
import type { FactSink } from "../factSink.ts";
import { compileFreeAttributes, compileLinkAttributes, compileUnlisted } from "../rows/attributes.ts";
import { cleanKey, entityKindOf, labelsOf } from "../rows/graphNames.ts";
import { type RowKindSpec, reject, targetTable, timeTargets } from "./target.ts";

export const entityKindSpec: RowKindSpec = {
  rowKind: "entity",
  targets: [
    ...targetTable([
      ["key", "key", "id nodeid key 编号 标识"],
      ["kind", "kind", "kind label type 类型 实体类型 nodetype"],
      ["label", "text", "label name title 名称 显示名称"],
      ["from.key", "key", ""],
      ["from.kind", "kind", ""],
      ["to.kind", "kind", ""],
      ["to.key", "key", ""],
      ["weight", "number", ""],
      ["directed", "text", ""],
      ["space", "text", ""],
      ["ignored", "text", ""],
    ]),
    ...timeTargets("time", ""),
    ...timeTargets("until", ""),
  ],
  required: [["key"]],
  telling: ["key", "kind"],
  titles: ["nodes", "entities", "实体", "节点"],
  compile(plan) {
    const [key, kind, label] = [plan.text("key"), plan.text("kind"), plan.text("label")];
    const [space, { nodes }] = [plan.text("space"), plan.context];
    const [fromKey, toKey] = [plan.text("from.key"), plan.text("to.key")];
    const [fromKind, toKind] = [plan.text("from.kind"), plan.text("to.kind")];
    const [weight, directed] = [plan.text("weight"), plan.text("directed")];
    const [time, until] = [plan.time("time"), plan.time("until")];
    const [free, unlisted, ofLink] = [compileFreeAttributes(plan), compileUnlisted(plan), compileLinkAttributes(plan)];
    return {
      write(cells, row, sink) {
        const [a, b] = [fromKey(cells), toKey(cells)];
        if (a !== "" && b !== "") {
          const [from, to] = [endOf(fromKind(cells), a, row, sink), endOf(toKind(cells), b, row, sink)];
          const strength = Number(weight(cells) || Number.NaN);
          const facts = {
            directed: directed(cells) !== "false",
            at: time.read(cells) === "ok" ? time.reader.at : null,
            until: until.read(cells) === "ok" ? until.reader.at : null,
            weight: Number.isFinite(strength) ? strength : null,
            attributes: ofLink(cells),
          };
          sink.link(kind(cells) || "related", from, to, row, facts);
          return null;
        }
        const id = key(cells);
        if (id === "") return reject("key-missing", "key");
        const kindName = entityKindOf(kind(cells));
        const told = nodes?.find(id, space(cells));
        const entity = sink.entity(kindName, told?.kind === kindName ? told.key : cleanKey(kindName, id), label(cells), row);
        for (const name of labelsOf(kind(cells))) sink.attribute(entity, "label", name, row);
        free(cells, entity, row, sink);
        unlisted(cells, entity, row, sink);
        return null;
      },
    };
  },
};

/** The same entity as the row of its node makes. */
function endOf(kindText: string, key: string, row: number, sink: FactSink): number {
  const kindName = entityKindOf(kindText);
  return sink.entity(kindName, cleanKey(kindName, key), "", row);
}
