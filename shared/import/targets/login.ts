// Sign-ins: an account or net identity, from which address and device.
import type { Identifier } from "../cells/identifierReader.ts";
import { netidOf } from "../rows/netids.ts";
import { type RowKindSpec, reject, targetTable, timeTargets } from "./target.ts";

export const loginKind: RowKindSpec = {
  rowKind: "login",
  targets: [
    ...timeTargets(
      "time",
      "登录时间 登陆时间 上线时间 访问时间 操作时间 时间 logintime time timestamp signintime",
      "登录日期 日期 date",
      "",
    ),
    ...targetTable([
      ["account", "account", "登录账号 账号 账户 登录账户 卡号 account accountid"],
      ["netid", "netid", "用户名 登录名 qq qq号 微信号 微信 用户id userid username user 会员名 网络账号"],
      ["ip", "ip", "登录ip ip ip地址 登陆ip ipaddress 公网ip"],
      ["device", "device", "设备号 设备id 设备标识 imei mac deviceid device mac地址 终端标识 登录设备"],
    ]),
  ],
  required: [
    ["time", "time.date"],
    ["account", "netid"],
    ["ip", "device"],
  ],
  telling: ["ip", "device", "netid"],
  titles: ["登录", "登陆", "login", "signin", "上网"],
  compile(plan) {
    const time = plan.time("time");
    const [account, netid, ip, device] = [plan.text("account"), plan.text("netid"), plan.text("ip"), plan.text("device")];
    const [accounts, addresses] = [plan.identifiers("account", "account"), plan.identifiers("ip", "ip")];
    return {
      write(cells, row, sink) {
        const verdict = time.read(cells);
        if (verdict !== "ok")
          return reject(verdict === "missing" ? "time-missing" : "time-invalid", plan.has("time") ? "time" : "time.date");
        const found: Identifier | null = accounts.readOne(account(cells));
        if (found?.isLost) return reject("precision-lost", "account");
        const identity = found === null ? netidOf(netid(cells), plan.headingOf("netid")) : null;
        if (found === null && identity === null) return reject("party-missing", plan.has("account") ? "account" : "netid");
        const who = found ? sink.entity("account", found.key, "", row) : sink.entity("netid", identity!.key, identity!.label, row);
        if (identity && identity.type !== "") sink.repeatedAttribute(who, "netid.type", identity.type, row);
        const from = addresses.readOne(ip(cells));
        const address = from ? sink.entity("netid", from.key, "", row) : -1;
        if (address >= 0) sink.repeatedAttribute(address, "netid.type", "ip", row);
        const machine = device(cells) === "" ? -1 : sink.entity("device", device(cells), "", row);
        sink.logins.push({ at: time.reader.at, account: who, address, device: machine, row });
        return null;
      },
    };
  },
};
