// Which names of apps a brief tells: the name in quotes or before the word App, never what is done with the app.
import { describe, expect, it } from "vitest";
import { extractBrief } from "../../../shared/import/extractBrief.ts";

const appsIn = (text: string) => extractBrief(text).flatMap(({ kind, value }) => (kind === "app" ? [value] : []));

describe("the names of apps in a brief", () => {
  it.each([
    ["下载惠享购APP刷单", "惠享购"],
    ["对方让我下载惠享购APP刷单被骗3万", "惠享购"],
    ["在惠享购APP刷单", "惠享购"],
    ["惠享购APP刷单被骗", "惠享购"],
    ["下载了“惠享购”APP做任务", "惠享购"],
    ["下载《惠享购》软件", "惠享购"],
    ["下载名为惠享购的理财软件", "惠享购"],
    ["软件名叫“惠享购”", "惠享购"],
    ["下载一个APP叫惠享购", "惠享购"],
    ["下载刷单APP叫惠享购，充值3万", "惠享购"],
    ["通过悦淘优选APP投资30万", "悦淘优选"],
    ["注册并登录恒信证券宝APP充值", "恒信证券宝"],
    ["软件“速诚贷”显示额度已批", "速诚贷"],
    ["用速诚贷App贷款2万", "速诚贷"],
    ["下载“云享会议”会议软件", "云享会议"],
    ["下载Bitkeep APP炒币", "Bitkeep"],
    ["下载TKshop-88app购物", "TKshop-88"],
    ["APP：惠享购，网址 hxg.example", "惠享购"],
    ["涉案APP：金牛宝；", "金牛宝"],
    ["涉案APP金牛宝已无法打开", "金牛宝"],
    ['安装了名为"和讯投资通"的APP', "和讯投资通"],
    ["下载优选购APP后登录", "优选购"],
    ["进入惠享购app抢单", "惠享购"],
    ["被拉入群后下载了“鑫客任务”APP，并在APP做任务", "鑫客任务"],
    ["BitkeepAPP炒币", "Bitkeep"],
    ["App惠享购上做任务", "惠享购"],
    ["APP惠享购，转了钱", "惠享购"],
    ["在抖音APP上看到广告后下载“恒达理财”APP", "恒达理财"],
    ["手机上安装优拼会议APP并共享屏幕", "优拼会议"],
  ])("%s names %s alone", (text, name) => expect(appsIn(text)).toEqual([name]));

  it.each([
    "下载APP刷单被骗2万元",
    "对方让其在APP投资理财",
    "通过APP炒股亏了",
    "在APP贷款后要求交保证金",
    "报警人称在手机APP上贷款",
    "用手机银行APP转账5000元",
    "打开建设银行APP转账",
    "用支付宝APP付款",
    "民警让其下载国家反诈中心APP",
    "下载了一个投资理财APP",
    "下载一款炒股APP后",
    "让我在聊天APP上加好友",
    "对方发来的APP",
    "对方给我发APP下载链接",
    "登录APP提现失败",
    "APP返利不到账",
    "APP任务大厅显示余额",
    "APP客服称需要解冻",
    "APP下载链接是 www.abc123.com",
    "在“短视频”平台看到广告",
    "短视频平台上刷到兼职广告",
    "下载会议软件配合处理",
    "下载惠享购和闪赚宝两个APP",
    "打开“ZOOM”会议APP",
    "下载BitGo Pro APP炒币",
    "该APP已无法登录",
    "受害人在某APP购物时",
    "让我下载app注册账号",
    "骗子的APP聊天记录",
    "对方要求下载ＡＰＰ操作",
    "在“刷单”APP上",
    "用WhatsApp联系",
    "对方用WhatsApp发来链接",
    "APP出现故障无法提现",
    "APP突然打不开，",
    "下载APP之后一直充值",
    "APP刷新不了，",
    "刷单APP客服老王",
    "下载APP，名为客服的人让我充值",
  ])("%s names none", (text) => expect(appsIn(text)).toEqual([]));

  it("stand where they are written, behind the words that lead to them", () => {
    const text = "注册并登录恒信证券宝APP充值";
    expect(extractBrief(text).map(({ start, end }) => text.slice(start, end))).toEqual(["恒信证券宝"]);
  });
});
