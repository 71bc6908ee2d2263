// Case sheets (案件台账), incident lists and crime registers.
import { compileCase } from "../rows/caseRow.ts";
import { type RowKindSpec, targetTable, timeTargets } from "./target.ts";

export const caseKind: RowKindSpec = {
  rowKind: "case",
  targets: [
    ...targetTable([
      ["case.number", "key", "案件编号 案件号 案号 立案编号 案件编码 立案号 案件序号 caseno caseid casenumber crimeid crimenumber crimeno"],
      [
        "case.incidentNumber",
        "key",
        "警情编号 警情号 接警编号 接警单编号 接警单号 报警编号 报警序号 警单编号 接处警编号 incidentno incidentnumber incidentid",
      ],
      [
        "case.type",
        "text",
        "诈骗类型 案件类型 案件类别 案别 案由 警情类别 来电类别 报警类别 案件性质 案件小类 类别 发案类型 casetype crimetype offencetype category",
      ],
      ["case.title", "text", "案件名称 案名 标题 casename title"],
      [
        "case.brief",
        "long-text",
        "简要案情 案情 案情简介 案情摘要 主要案情 警情内容 报警内容 案件详情 基本案情 处警情况 brief summary narrative description",
      ],
      ["case.status", "text", "破案状态 案件状态 办理状态 办案状态 侦办状态 是否破案 状态 status outcome"],
      [
        "case.unit",
        "text",
        "所属分局 立案单位 办案单位 受案单位 受理单位 接警单位 管辖单位 主办单位 辖区 派出所 承办单位 侦办单位 unit station precinct",
      ],
      ["case.loss", "money", "涉案资金 涉案金额 损失金额 被骗金额 案值 损失 涉案价值 损失金额元 涉案资金元 被骗金额元 loss amountlost"],
      ["case.stopped", "money", "止付金额 止付 止付金额元"],
      ["case.frozen", "money", "冻结金额 冻结 冻结金额元"],
      ["case.returned", "money", "返还金额 返还 追回金额 挽损金额 返还金额元"],
      ["case.lureChannel", "text", "引流方式 引流渠道 引流途径 引流类型 lurechannel"],
      ["case.payChannel", "text", "转账方式 支付方式 支付渠道 资金流转方式 转账渠道 paychannel"],
      ["case.officer", "text", "主办民警 办案民警 承办人 主办人 民警 接警人 officer investigator"],
      [
        "place.address",
        "address",
        "案发地点 案发地址 发案地点 发案地址 事发地点 事发地址 发生地点 案发地 作案地点 地址 address location placeaddress",
      ],
      ["place.name", "text", "场所名称 案发场所 发案场所 placename"],
      ["place.longitude", "longitude", "经度 案发经度 lng lon longitude"],
      ["place.latitude", "latitude", "纬度 案发纬度 lat latitude"],
      ["place.x", "number", "x xcoord easting x坐标"],
      ["place.y", "number", "y ycoord northing y坐标"],
      [
        "modus*",
        "text",
        "作案手法 作案手段 手法 作案方式 作案特点 侵入方式 作案工具 侵害对象 选择处所 作案时机 mo mo1 mo2 mo3 modus modusoperandi 话术 诈骗手法",
      ],
      ["suspect.name*", "name", "嫌疑人姓名 嫌疑人 犯罪嫌疑人 嫌犯姓名 作案人 suspectname suspect"],
      ["suspect.identityNumber", "identity-number", "嫌疑人身份证号 嫌疑人证件号码 嫌疑人身份证 嫌疑人证件号"],
      ["victim.name", "name", "报警人姓名 受害人姓名 报案人 报警人 受害人 被害人 事主 事主姓名 被害人姓名 报案人姓名 victimname victim"],
      [
        "victim.identityNumber",
        "identity-number",
        "受害人身份证号 报警人身份证号 事主身份证号 受害人证件号码 报案人身份证号 报警人证件号码 受害人身份证",
      ],
      [
        "victim.phone*",
        "phone",
        "报警电话 报警人电话 受害人电话 受害人手机号 报案人电话 报警人联系电话 事主电话 联系电话 受害人联系方式 报警人联系方式 受害人号码 电话 手机 手机号 手机号码",
      ],
      ["victim.account*", "account", "受害人账号 受害人卡号 受害人账户 受害人银行卡 转出账号 付款账号 转出卡号 受害人银行卡号"],
      [
        "account*",
        "account",
        "嫌疑账号 嫌疑账户 涉案账号 涉案账户 嫌疑卡号 涉案卡号 涉案银行卡 嫌疑人账号 收款账号 收款账户 收款卡号 一级卡 一级卡号 涉诈账号 涉诈账户 嫌疑银行卡 嫌疑人银行卡 转入账号 对方账号 对方账户 对方卡号 suspectaccount payeeaccount",
      ],
      [
        "phone*",
        "phone",
        "嫌疑电话 嫌疑号码 涉案电话 涉案号码 诈骗电话 诈骗号码 嫌疑人电话 来电号码 涉诈电话 涉诈号码 嫌疑手机号 嫌疑人手机号 主叫号码 对方号码 对方电话 suspectphone",
      ],
      [
        "netid*",
        "netid",
        "涉诈app 涉案app app app名称 涉诈网址 涉案网址 网址 url 域名 涉案域名 引流地址 ip 涉案ip ip地址 qq qq号 涉案qq 嫌疑qq 微信 微信号 嫌疑微信 涉案微信 社交账号 引流账号 引流微信 引流qq 涉案软件 website domain app下载地址 下载链接",
      ],
      ["vehicle*", "plate", "车牌 车牌号 车牌号码 涉案车辆 嫌疑车辆 作案车辆 号牌 号牌号码 被盗车牌 plate registration"],
      ["device*", "imei", "imei 设备号 串号 手机串号 imei号 被盗手机串号"],
    ]),
    ...timeTargets(
      "case.from",
      "发案时间 案发时间 案发起始时间 发案开始时间 发案时间初值 作案时间 发生时间 被骗时间 案发时间起 datetime occurred occurredat",
      "案发日期 发案日期 datefrom fromdate date",
      "timefrom fromtime",
    ),
    ...timeTargets("case.to", "案发结束时间 发案结束时间 发案时间终值 案发截止时间 案发时间止", "dateto todate enddate", "timeto totime"),
    ...timeTargets(
      "case.reported",
      "报案时间 报警时间 接警时间 受案时间 受理时间 登记时间 reported reportedat reporttime",
      "报案日期 报警日期 接警日期 登记日期 datereported",
    ),
    ...timeTargets("case.filed", "立案时间", "立案日期"),
  ],
  // A sheet without any number still tells of cases: each row is one, numbered by its place.
  required: [["case.number", "case.incidentNumber", "case.loss", "case.brief"]],
  telling: [
    "case.number",
    "case.incidentNumber",
    "case.brief",
    "case.type",
    "case.loss",
    "case.from",
    "case.from.date",
    "case.reported",
    "account",
    "phone",
    "modus",
    "case.unit",
  ],
  titles: ["案件", "台账", "警情", "案情", "接警", "立案", "crime", "case", "incident"],
  compile: compileCase,
};
