// Stays (旅馆住宿, 网吧上网): who, where, which room or seat, from when till when, with whom.
import { compilePeople } from "../rows/people.ts";
import { compilePlace } from "../rows/places.ts";
import { type RowKindSpec, reject, targetTable, timeTargets } from "./target.ts";

/** `place.type` of a place that gives seats; other words a source has for its places stay beside it. */
export const cafeType = "网吧";

export const stayKind: RowKindSpec = {
  rowKind: "stay",
  targets: [
    ...targetTable([
      ["person.name", "name", "姓名 旅客姓名 入住人 入住人姓名 住客姓名 客人姓名 name guest guestname"],
      ["person.identityNumber", "identity-number", "身份证号 证件号码 身份证号码 证件号 旅客证件号码 公民身份号码 idnumber"],
      [
        "place.name",
        "text",
        "旅馆名称 酒店名称 宾馆名称 旅店名称 入住酒店 酒店 旅馆 网吧名称 网吧 上网场所 上网服务场所名称 上网场所名称 场所名称 hotel hotelname cafe cafename",
      ],
      ["place.address", "address", "旅馆地址 酒店地址 网吧地址 场所地址 地址 hoteladdress"],
      ["place.code", "code", "旅馆编码 旅馆代码 酒店编码 网吧编码 场所编码 网吧代码 hotelcode"],
      ["room", "text", "房号 房间号 入住房号 房间 room roomno roomnumber"],
      ["seat", "text", "机器号 机号 座位号 上机号 终端号 上网终端 机位号 座位 终端编号 seat seatno machine terminal"],
      ["companions", "name", "同住人 同行人 同住人员 随行人员 companions"],
    ]),
    ...timeTargets("in", "入住时间 入住日期 入店时间 登记时间 上机时间 上网开始时间 上线时间 checkin checkintime arrival", "", ""),
    ...timeTargets(
      "out",
      "退房时间 离店时间 退房日期 离店日期 退宿时间 下机时间 上网结束时间 下线时间 checkout checkouttime departure",
      "",
      "",
    ),
  ],
  required: [
    ["person.name", "person.identityNumber"],
    ["place.name", "place.address", "place.code"],
    ["in", "in.date"],
  ],
  telling: ["room", "seat", "in", "out", "place.name", "companions"],
  titles: ["旅馆", "住宿", "酒店", "入住", "网吧", "上网人员", "stay", "hotel"],
  compile(plan) {
    const [people, companions, place] = [compilePeople(plan, "person"), plan.text("companions"), compilePlace(plan)];
    const [from, to, room, seat] = [plan.time("in"), plan.time("out"), plan.text("room"), plan.text("seat")];
    return {
      write(cells, row, sink) {
        if (!people.isStated(cells)) return reject("party-missing", "person.name");
        const verdict = from.read(cells);
        if (verdict !== "ok") return reject(verdict === "missing" ? "time-missing" : "time-invalid", plan.has("in") ? "in" : "in.date");
        const at = from.reader.at;
        const until = to.read(cells) === "ok" ? to.reader.at : null;
        const where = place.write(cells, row, sink);
        if (where < 0) return reject("place-missing", "place.name");
        // One who has a seat sits in a café: neighbours there are told by their seats, in a hotel by the room.
        if (seat(cells) !== "") sink.repeatedAttribute(where, "place.type", cafeType, row);
        for (const person of people.write(cells, row, sink)) {
          sink.stays.push({ at, until, person, place: where, room: room(cells) || seat(cells), row });
          sink.attribute(person, "person.companions", companions(cells), row);
        }
        return null;
      },
    };
  },
};
