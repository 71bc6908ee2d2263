// How a brief names an app: in quotes, before the word App, after 名为. A name needs evidence of being one; what is done with an app is none, and the name before the word wins.
import { isEverydayApp, isGeneralWord, isNameBehind, isPlainName } from "./appNames.ts";
import type { BriefPattern, Proposal } from "./briefPattern.ts";

const app = (name: string): Proposal | null => (isEverydayApp(name) ? null : { subtype: "app", value: name });

function readQuoted(found: string): Proposal | null {
  const name = found.trim();
  return name.length < 2 || name.length > 20 || isGeneralWord(name) ? null : app(name);
}

const readBefore = (found: string): Proposal | null => (isPlainName(found) ? app(found) : null);
const readBehind = (found: string): Proposal | null => (isNameBehind(found) ? app(found) : null);

const quoted = `["“”'‘’「『《<【\\[]`;
const closed = `["“”'‘’」』》>】\\]]`;
/** WhatsApp is no app called Whats. */
const latin = "(?:APP|(?<![A-Za-z])(?:App|app))(?![A-Za-z])";
const appWord = `(?:${latin}|软件|应用程序|应用|小程序|客户端|平台|网站)`;
/** 的投资理财软件. */
const sort = "(?:手机|投资|理财|刷单|购物|贷款|借款|聊天|交友|社交|直播|游戏|会议|视频|炒股|股票|外汇|兼职|任务|赌博|博彩|虚假|诈骗|网络)";
const word = "[\\w\\u4e00-\\u9fff·-]";
/** What leads to a name and is no part of it. */
const lead =
  "(?:下载|安装|注册|登录|登陆|打开|点开|进入|使用|利用|通过|添加|转至|转到|名为|名叫|名称为|叫做|叫|一个|一款|这个|那个|这款|那款|个|款|在|用|了|到|是|的|从|和|与|及|并|过|于|去|上|让|往)";
const named = "(?:名为|名叫|名字叫|名字是|叫做|叫作|叫|名称为|名称是|名称|名)";

/** Where a name without quotes ends: the sentence goes on, or is over. */
const beyond =
  "(?=后|并|已|无法|不能|打不开|进行|里|上|中|内|被|投资|理财|充值|提现|做|刷单|炒|转|注册|登录|登陆|下载|下单|操作|贷款|购物|聊天|兼职|的|让|要求|说|称|显示|是|来|去|骗|[^\\u4e00-\\u9fff\\w]|$)";

const form = (source: string): RegExp => new RegExp(source, "dgu");

export const appPatterns: readonly BriefPattern[] = [
  // “惠享购”APP, 《惠享购》投资软件
  {
    kind: "app",
    form: form(`${quoted}(${word}[\\w\\u4e00-\\u9fff·\\s.-]{0,18}?)${closed}\\s*(?:的|这个|这款)?\\s*${sort}{0,3}\\s*${appWord}`),
    read: readQuoted,
  },
  // 名为惠享购的理财软件
  {
    kind: "app",
    form: form(
      `(?:${named}|APP为|APP名称|软件名称)\\s*[:]?\\s*${quoted}?(${word}{2,16}?)${closed}?\\s*(?:的|之)\\s*${sort}{0,3}\\s*${appWord}`,
    ),
    read: readBefore,
  },
  // APP“惠享购”, 软件名为《惠享购》
  {
    kind: "app",
    form: form(
      `(?:${latin}|软件|小程序)(?:的)?(?:名称|名字)?\\s*(?:名为|名叫|叫做|叫|为|是)?\\s*[:(]?\\s*${quoted}(${word}{2,16}?)${closed}`,
    ),
    read: readQuoted,
  },
  // 下载惠享购APP, 在惠享购APP, and at the head of a clause 惠享购APP: behind the last word that leads to it
  {
    kind: "app",
    form: form(`(?:${lead}|(?<![\\w\\u4e00-\\u9fff]|[A-Za-z]\\s))\\s*((?:(?!${lead})${word}){2,10}?)\\s*(?:手机)?\\s*${latin}`),
    read: readBefore,
  },
  // APP名为惠享购, APP叫惠享购
  { kind: "app", form: form(`${latin}(?:的)?\\s*${named}\\s*[:]?\\s*(${word}{2,10}?)${beyond}`), read: readBehind },
  // APP惠享购, where no name stands before the word
  {
    kind: "app",
    form: form(
      `(?<=(?:^|[^\\w\\u4e00-\\u9fff\\s"”'’」』》>】\\]]|${lead}|手机|涉案|诈骗|虚假|该|此)\\s*)${latin}\\s*[:]?\\s*([\\u4e00-\\u9fff][\\u4e00-\\u9fff\\w]{1,5}?)${beyond}`,
    ),
    read: readBehind,
  },
];
