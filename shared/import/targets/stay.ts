// Hotel stays (旅馆住宿): who, where, which room, from when till when, with whom.
import { compilePeople } from "../rows/people.ts";
import { compilePlace } from "../rows/places.ts";
import { type RowKindSpec, reject, targetTable, timeTargets } from "./target.ts";

export const stayKind: RowKindSpec = {
  rowKind: "stay",
  targets: [
    ...targetTable([
      ["person.name", "name", "姓名 旅客姓名 入住人 入住人姓名 住客姓名 客人姓名 name guest guestname"],
      ["person.identityNumber", "identity-number", "身份证号 证件号码 身份证号码 证件号 旅客证件号码 公民身份号码 idnumber"],
      ["place.name", "text", "旅馆名称 酒店名称 宾馆名称 旅店名称 入住酒店 酒店 旅馆 hotel hotelname"],
      ["place.address", "address", "旅馆地址 酒店地址 地址 hoteladdress"],
      ["place.code", "code", "旅馆编码 旅馆代码 酒店编码 hotelcode"],
      ["room", "text", "房号 房间号 入住房号 房间 room roomno roomnumber"],
      ["companions", "name", "同住人 同行人 同住人员 随行人员 companions"],
    ]),
    ...timeTargets("in", "入住时间 入住日期 入店时间 登记时间 checkin checkintime arrival", "", ""),
    ...timeTargets("out", "退房时间 离店时间 退房日期 离店日期 退宿时间 checkout checkouttime departure", "", ""),
  ],
  required: [
    ["person.name", "person.identityNumber"],
    ["place.name", "place.address", "place.code"],
    ["in", "in.date"],
  ],
  telling: ["room", "in", "out", "place.name", "companions"],
  titles: ["旅馆", "住宿", "酒店", "入住", "stay", "hotel"],
  compile(plan) {
    const [people, companions, place] = [compilePeople(plan, "person"), plan.text("companions"), compilePlace(plan)];
    const [from, to, room] = [plan.time("in"), plan.time("out"), plan.text("room")];
    return {
      write(cells, row, sink) {
        if (!people.isStated(cells)) return reject("party-missing", "person.name");
        const verdict = from.read(cells);
        if (verdict !== "ok") return reject(verdict === "missing" ? "time-missing" : "time-invalid", plan.has("in") ? "in" : "in.date");
        const at = from.reader.at;
        const until = to.read(cells) === "ok" ? to.reader.at : null;
        const where = place.write(cells, row, sink);
        if (where < 0) return reject("place-missing", "place.name");
        for (const person of people.write(cells, row, sink)) {
          sink.stays.push({ at, until, person, place: where, room: room(cells), row });
          sink.attribute(person, "person.companions", companions(cells), row);
        }
        return null;
      },
    };
  },
};
