// The categories of the demo: how often, how dear, over which channel, and the stock of phrases their scripts are made of.
export interface Category {
  readonly name: string;
  readonly isFraud: boolean;
  /** Relative frequency. */
  readonly share: number;
  /** Median loss in yuan. */
  readonly medianYuan: number;
  readonly channels: readonly string[];
  readonly hasApp: boolean;
  readonly hasCaller: boolean;
  readonly hooks: readonly string[];
  readonly stories: readonly string[];
  readonly turns: readonly string[];
}

const fraud = (
  name: string,
  share: number,
  medianYuan: number,
  rest: Omit<Category, "name" | "share" | "medianYuan" | "isFraud">,
): Category => ({
  name,
  isFraud: true,
  share,
  medianYuan,
  ...rest,
});

const theft = (
  name: string,
  share: number,
  medianYuan: number,
  hooks: readonly string[],
  stories: readonly string[],
  turns: readonly string[],
): Category => ({
  name,
  isFraud: false,
  share,
  medianYuan,
  channels: [""],
  hasApp: false,
  hasCaller: false,
  hooks,
  stories,
  turns,
});

export const categories: readonly Category[] = [
  fraud("刷单返利", 22, 42_000, {
    channels: ["微信群", "短视频平台", "兼职群", "QQ群"],
    hasApp: true,
    hasCaller: true,
    hooks: ["在群里看到点赞返现的消息", "被拉入一个兼职群", "收到快递里夹带的扫码领礼品卡片", "刷短视频时看到招聘点赞员"],
    stories: ["先返三单小额佣金", "头两天完成关注任务都能提现", "做完新手任务领到几十元红包", "按派单员要求给商家点赞打赏"],
    turns: [
      "第四单要求垫付连单，提现时称操作失误须补单",
      "称任务为四连单必须做完才能返本",
      "称数据被冻结须再充值激活",
      "以信誉分不足为由要求继续垫资",
    ],
  }),
  fraud("虚假网络投资理财", 15, 120_000, {
    channels: ["微信群", "直播间", "短视频平台", "QQ群"],
    hasApp: true,
    hasCaller: false,
    hooks: ["经人拉入荐股群", "在直播间认识一名理财老师", "网上搜索炒股资料时加了对方", "被陌生人加好友并谈起数字货币"],
    stories: ["跟着老师买进后平台显示盈利", "对方称掌握内部消息可抢筹新股", "小额投入后提现到账", "按指令在平台跟单做多"],
    turns: [
      "提现时称须缴纳百分之二十个人所得税",
      "称账户异常需交保证金解冻",
      "称中签必须补足资金否则影响征信",
      "客服称流水不足须充值同等金额",
    ],
  }),
  fraud("虚假购物服务", 12, 3_800, {
    channels: ["二手平台", "短视频平台", "朋友圈", "网络搜索"],
    hasApp: false,
    hasCaller: false,
    hooks: ["在二手平台看中一台手机", "在朋友圈看到低价烟酒", "在网上找代办证件的人", "想买演唱会门票"],
    stories: ["对方要求加好友私下交易", "对方称先付定金再发货", "对方发来一个付款链接", "对方称走平台要加手续费"],
    turns: ["付款后又以押金为由再要钱", "称快递被扣需交税款", "收款后将其拉黑", "以未备注为由要求重新付款"],
  }),
  fraud("冒充电商物流客服", 14, 36_000, {
    channels: ["电话", "短信"],
    hasApp: true,
    hasCaller: true,
    hooks: ["接到自称快递客服的电话", "接到自称平台客服的来电", "接到陌生电话称其误开了百万保障", "接到电话称其被登记为代理商"],
    stories: ["称包裹丢失可以三倍理赔", "称不关闭会员每月扣八百元", "称保障到期将自动扣费", "称备案错误会影响信用"],
    turns: ["诱导其打开屏幕共享后转走钱款", "要求把钱转到安全账户做资金核验", "引导其在网贷平台借款后转出", "要求按指引验证银行卡流水"],
  }),
  fraud("虚假贷款", 8, 21_000, {
    channels: ["短信", "电话", "网络搜索"],
    hasApp: true,
    hasCaller: true,
    hooks: ["收到低息贷款短信后点了链接", "接到自称贷款公司的电话", "在网页上填了贷款资料", "看到无抵押秒批的广告"],
    stories: ["下载软件后显示额度已批", "申请后提示放款失败", "客服发来带章的放款合同", "显示钱在账户里却提不出来"],
    turns: ["称银行卡号填错须交解冻金", "要求先交会员费和保险费", "称流水不够须做验证还款", "称征信有问题须交担保金"],
  }),
  fraud("虚假征信", 5, 48_000, {
    channels: ["电话"],
    hasApp: true,
    hasCaller: true,
    hooks: ["接到自称金融监管人员的电话", "接到电话称其学生贷款未注销", "接到电话称其借呗利率不合规", "接到自称银保监的来电"],
    stories: ["称不注销账户将影响个人征信", "要求下载会议软件配合处理", "准确说出其身份信息", "称要把各平台额度清零"],
    turns: ["让其把贷款转入对公清算账户", "诱导其逐个平台借款转出", "称清零后自动返还", "要求删除聊天记录并保密"],
  }),
  fraud("冒充领导熟人", 6, 88_000, {
    channels: ["微信", "QQ", "短信"],
    hasApp: false,
    hasCaller: false,
    hooks: ["微信上有人冒用领导头像加好友", "被拉入一个内部工作群", "收到自称老同学的信息", "QQ上单位老板让其核对账上余额"],
    stories: ["对方关心几句工作后说不方便出面", "群里老板与人谈合同保证金", "对方称在外出差手机不能转账", "对方发来一张已转账的假截图"],
    turns: ["让其先垫付给对方公司", "要求马上付合同款下午补手续", "称急用钱周转次日归还", "催其赶在银行下班前打款"],
  }),
  fraud("冒充公检法及政府机关", 6, 160_000, {
    channels: ["电话"],
    hasApp: true,
    hasCaller: true,
    hooks: ["接到自称通信管理局的电话", "接到自称外地公安的视频电话", "接到自称疾控中心的来电", "接到自称社保局的电话"],
    stories: ["称其名下号码发送违法短信", "出示带其照片的通缉令", "称其涉嫌洗钱案要做笔录", "称其医保卡在外地被盗刷"],
    turns: ["要求把存款归集到安全账户核查", "要求其到宾馆开房配合调查", "让其交取保候审保证金", "远程操作其手机转走存款"],
  }),
  fraud("网络婚恋交友", 6, 92_000, {
    channels: ["交友软件", "婚恋网站", "短视频平台"],
    hasApp: true,
    hasCaller: false,
    hooks: ["在交友软件上认识一名网友", "相亲网站上结识一名自称军官的男子", "短视频私信里认识一人", "同城群里加了一名女子"],
    stories: ["聊了一个月确立恋爱关系", "对方称亲戚有内部投资渠道", "对方称要寄来贵重包裹", "对方每天嘘寒问暖并谈婚论嫁"],
    turns: ["以母亲住院为由借钱", "带其在平台上操作后无法提现", "称包裹被海关扣押要交清关费", "称要交路费押金才能见面"],
  }),
  fraud("网络游戏产品虚假交易", 6, 4_600, {
    channels: ["游戏平台", "QQ", "短视频平台"],
    hasApp: false,
    hasCaller: false,
    hooks: ["在游戏里看到有人收账号", "想出售游戏账号", "看到免费领皮肤的视频", "在游戏公屏看到低价充值"],
    stories: ["对方发来一个交易网站", "对方称要走第三方担保", "按对方要求扫码登录", "对方称未成年充值可退款"],
    turns: ["称卡号填错账户冻结须交解冻金", "称要交同等押金才能提现", "以验证实名为由要求转账", "称系统超时须重新付款"],
  }),
  theft(
    "入室盗窃",
    1,
    9_000,
    ["早晨起床发现家中被盗", "下班回家发现门锁被动过", "外出返回发现屋内被翻动", "夜里听见响动起来查看"],
    ["卧室抽屉被翻", "阳台窗户开着", "客厅柜子被撬", "床头柜里的首饰不见"],
    ["现金和金项链被盗", "手机和手表被盗", "烟酒被盗", "保险箱被搬走"],
  ),
  theft(
    "盗窃车内财物",
    1,
    2_600,
    ["停在路边的车辆被砸窗", "早上取车发现右后窗玻璃碎了", "小区内停放的车门被拉开", "车停地下车库被人翻动"],
    ["后排座上的包被拿走", "扶手箱被翻", "后备箱被打开", "手套箱里的东西散落一地"],
    ["香烟和零钱被盗", "笔记本电脑被盗", "行车记录仪和证件被盗", "白酒两箱被盗"],
  ),
  theft(
    "盗窃机动车",
    1,
    38_000,
    ["停放在楼下的汽车不见了", "摩托车夜间被盗", "停在路边的面包车丢失", "货车停在厂门口被开走"],
    ["现场没有玻璃碎片", "锁芯留在地上", "附近监控被转向", "车辆未装定位"],
    ["车钥匙仍在家中", "车上有工具一批", "油箱刚加满", "行驶证放在车内"],
  ),
];

export const categoryOf = (name: string): Category => categories.find((category) => category.name === name)!;

/** Tags of how thieves work: way in × time × tool × target. */
export const modusTags: Readonly<Record<string, readonly (readonly string[])[]>> = {
  入室盗窃: [
    ["技术开锁", "攀爬阳台", "撬防盗窗", "溜门", "踹门", "插片开门", "剪断护栏"],
    ["白天", "凌晨", "傍晚", "后半夜"],
    ["戴手套", "鞋套", "踩点做记号", "假扮送水工", "望风一人", "关掉电闸", "未留指纹"],
    ["只取现金首饰", "翻动卧室", "喝过冰箱饮料", "搬走保险箱", "只偷烟酒", "避开电子产品"],
  ],
  盗窃车内财物: [
    ["弹弓击窗", "破窗锤", "拉车门", "干扰锁车信号", "撬后备箱"],
    ["凌晨", "傍晚", "午休", "后半夜"],
    ["骑电动车", "戴头盔", "两人配合", "步行", "戴口罩手套"],
    ["只取烟酒", "只取背包", "翻扶手箱", "取行车记录仪", "多车连砸"],
  ],
  盗窃机动车: [
    ["解码器开锁", "撬锁芯", "搭线启动", "套牌转移", "拖车拖走"],
    ["凌晨", "后半夜", "傍晚"],
    ["转动监控", "剪断定位", "两人配合", "货车接应", "换假牌"],
    ["老旧面包车", "摩托车", "皮卡", "轻型货车"],
  ],
};
