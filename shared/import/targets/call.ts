// Call records (话单): one number's statement, or a list with both numbers.
import { compileCall } from "../rows/callRow.ts";
import { type RowKindSpec, type Target, targetTable, timeTargets } from "./target.ts";

export const callTargets: readonly Target[] = [
  ...timeTargets(
    "time",
    "起始时间 通话时间 开始时间 通话开始时间 呼叫时间 通话起始时间 时间 发送时间 通信时间 calltime starttime datetime timestamp time begintime",
    "通话日期 日期 呼叫日期 起始日期 calldate date",
    "通话时间 时间 起始时间 time calltime",
  ),
  ...targetTable([
    [
      "caller",
      "phone",
      "主叫号码 主叫 呼出号码 发送号码 发送方号码 主叫电话 caller callernumber calling callingnumber from source msisdna a号码",
    ],
    [
      "callee",
      "phone",
      "被叫号码 被叫 接收号码 接收方号码 被叫电话 callee calleenumber called callednumber to destination target msisdnb b号码",
    ],
    [
      "own.phone",
      "phone",
      "本机号码 本方号码 用户号码 查询号码 机主号码 服务号码 手机号码 本机 业务号码 计费号码 号码 ownnumber subscriber msisdn",
    ],
    [
      "other.phone",
      "phone",
      "对方号码 对方电话 对端号码 对方 通话号码 通信号码 联系号码 对方手机号 othernumber othersideother correspondentid correspondent otherparty contact",
    ],
    [
      "direction",
      "way",
      "呼叫类型 通话类型 主被叫 通信类型 呼叫方式 主被叫类型 通信方式 呼叫方向 主被叫标识 收发类型 calltype direction interactiontype",
    ],
    [
      "duration",
      "duration",
      "时长 通话时长 通话时长秒 时长秒 持续时间 通话时间长度 duration seconds callduration durationseconds talktime",
    ],
    ["medium", "text", "业务类型 通信业务 interaction medium servicetype 话单类型"],
    ["imei", "imei", "imei imei号 本机imei 设备号 手机串号 imei码"],
    ["imsi", "imsi", "imsi imsi号 本机imsi"],
    ["place.code", "code", "基站 基站编号 基站号 基站代码 基站id 小区编号 antennaid antenna celltower tower cellid cgi 基站小区"],
    ["place.lac", "code", "lac 位置区 位置区码 lac号 tac 本方lac"],
    ["place.cell", "code", "ci 小区 小区号 ci号 小区代码 cell cellid 本方ci"],
    ["place.name", "text", "通话地点 通话地 基站名称 基站地址 漫游地 通话位置 通信地点 location"],
    ["place.longitude", "longitude", "经度 基站经度 longitude lon lng"],
    ["place.latitude", "latitude", "纬度 基站纬度 latitude lat"],
  ]),
];

export const callKind: RowKindSpec = {
  rowKind: "call",
  targets: callTargets,
  required: [
    ["time", "time.date"],
    ["caller", "callee", "other.phone"],
  ],
  telling: ["duration", "direction", "other.phone", "caller", "callee", "own.phone", "imei", "place.lac", "place.code"],
  titles: ["话单", "通话", "详单", "call", "cdr"],
  compile: (plan) => compileCall(plan, "call"),
};
