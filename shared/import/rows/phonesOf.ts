// Phone numbers stated beside a person: attributes of the person, and phones that the person uses.
import type { FactSink } from "../factSink.ts";
import type { Cells, RowPlan } from "../rowPlan.ts";

/** Headings of a person's phone, whatever sheet the person stands in. */
export const phoneWords =
  "联系电话 手机号 手机号码 电话 手机 联系手机 号码 联系方式 联系号码 移动电话 联系电话手机 电话号码 住宅电话 phone mobile telephone phonenumber";

export interface PhonesReader {
  isStated(cells: Cells): boolean;
  write(cells: Cells, person: number, row: number, sink: FactSink): void;
}

export function compilePhonesOf(plan: RowPlan, target: string): PhonesReader {
  const phones = plan.columns(target).map(({ get }) => ({ get, reader: plan.identifiers("phone", target) }));
  return {
    isStated: (cells) => phones.some(({ get }) => get(cells) !== ""),
    write(cells, person, row, sink) {
      for (const { get, reader } of phones) {
        for (const { key, isLost } of reader.readAll(get(cells))) {
          if (isLost) continue;
          sink.attribute(person, "person.phone", key, row);
          sink.link("uses", person, sink.entity("phone", key, "", row), row);
        }
      }
    },
  };
}
