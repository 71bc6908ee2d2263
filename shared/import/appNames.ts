// What is no name of an app of the fraud: general words, what is done with an app, and apps that everybody has. Data: add a word to its line.

const list = (words: string): readonly string[] => words.split(" ");

/** What is done in or with an app. */
const deeds = list(
  "刷单 刷 做任务 任务 做单 抢单 派单 接单 跟单 下单 投资 投钱 投入 理财 炒股 炒币 炒 贷款 借款 借钱 借贷 网贷 办理 充值 充钱 提现 提款 取款 转账 转款 转钱 汇款 打款 付款 支付 缴费 缴纳 返利 返现 返佣 返款 购物 网购 购买 买 卖 交易 聊天 聊 交友 相亲 婚恋 直播 兼职 求职 招聘 赚钱 挣钱 博彩 赌博 赌 下注 投注 充 提 下载 安装 注册 登录 登陆 打开 点击 点开 进入 操作 使用 填写 输入 验证 认证 刷流水 刷脸 屏幕 共享 远程 控制 扫码 扫 实名 绑卡 解冻 申请 审核 点赞 关注 充话费 签到 打卡 观看 看 玩 退款 退费 理赔 注销 加入 添加 联系 诈骗 被骗 损失 显示 提示 无法 不能 打不开 打不 关闭 跑路 崩溃 完成 继续 开始",
);

/** What an app is called without its name. */
const things = list(
  "软件 应用 程序 应用程序 小程序 客户端 平台 网站 网址 网页 链接 二维码 页面 界面 后台 系统 手机 电脑 网上 网络 线上 在线 互联网 账户 账号 帐号 余额 资金 钱款 钱 金额 客服 客户 用户 会员 群 群聊 微信群 会议 视频会议 视频 短视频 语音 银行 手机银行 网上银行 证券 股票 期货 基金 外汇 黄金 金融 保险 数字货币 虚拟货币 虚拟币 彩票 游戏 二手 电商 快递 物流 外卖 反诈 社交 娱乐 旅游 学习 工作 办公 新闻 地图",
);

const looks = list(
  "虚假 假 假冒 仿冒 诈骗 涉诈 涉案 涉嫌 非法 违法 黑 色情 不明 陌生 未知 可疑 所谓 指定 相关 有关 某 某个 某款 该 此 这 那 这个 那个 这款 那款 一 一个 一款 一些 两个 两款 三个 几个 几款 多个 多款 各 各种 其他 另 另一 另一个 另外 新 新的 官方 正规 境外 国外 海外 国内 第三方 专用 专门 内部 同款 同城 上述 以上 名为 名叫 叫 叫做 名称 类 型 式 性 的 地 得 了 等 后 上 里 内 中 下 个 款 和 与 及",
);

const general = new RegExp(`^(?:${[...deeds, ...things, ...looks].join("|")})+$`, "u");

/** With which a sentence goes on after the word App; no name begins so. */
const goesOn =
  /^(?:后|并|进|操|充|转|投|登|下|上|里|内|中|打|显|提|要|让|叫|对|他|她|它|你|我|某|平台|链接|申请|是|为|有|可|能|会|却|才|已|将|把|给|向|从|到|的|和|及|与|或|以|之|做|账|余|随|发|来|去|因|但|而|所|自|在|用|时|说|称|接|收|付|借|买|卖|炒|刷|赚|骗|先|每|多|共|总|至|由|通过|需)/u;

/** What a sentence says of an app. */
const predicate =
  /[不没未已无被了过着就还又再便]|出现|突然|一直|都|故障|崩溃|更新|升级|维护|失败|成功|异常|卡|闪退|弹出|跳转|刷新|到账|冻结|限制|收益|盈利|亏|本金|密码|推送|广告|导师|老师|群主|人员|男子|女子/u;

const deed = new RegExp(`^(?:${deeds.join("|")})`, "u");

/** Of a sentence, not of a name. */
const sentence =
  /[我你您他她它其该此这那]|对方|客服|嫌疑|骗子|网友|民警|警方|银行|发来|发送|推荐|要求|引导|诱导|提供|指定|什么|怎么|没有|不是/u;

/** Everybody has them: a victim who paid with one says nothing of who defrauded. */
const everyday = new Set(
  list(
    "支付宝 微信 qq 抖音 快手 小红书 微博 知乎 淘宝 天猫 京东 拼多多 闲鱼 转转 唯品会 美团 饿了么 大众点评 滴滴 滴滴出行 高德地图 百度 百度地图 携程 12306 铁路12306 58同城 赶集网 陌陌 探探 soul 钉钉 腾讯会议 飞书 云闪付 银联 国家反诈中心 反诈中心 反诈 金钟罩 交管12123 12123 个人所得税 国家医保 telegram whatsapp facebook skype line 飞机 纸飞机 teams zoom 向日葵 todesk teamviewer 京东金融 度小满 借呗 花呗 微粒贷 bilibili 哔哩哔哩 今日头条 西瓜视频 百家号",
  ),
);

export const isEverydayApp = (name: string): boolean => everyday.has(name.toLowerCase()) || /(?:银行|信用社|证券)$/u.test(name);

/** 刷单, 投资理财, 虚假购物: words that tell what kind of app, or what is done with it. */
export const isGeneralWord = (name: string): boolean => general.test(name);

/** A name that stands without quotes is believed less. */
export const isPlainName = (name: string): boolean => !isGeneralWord(name) && !sentence.test(name);

/** Behind the word App: what the sentence goes on with is no name. */
export const isNameBehind = (name: string): boolean => isPlainName(name) && !goesOn.test(name) && !deed.test(name) && !predicate.test(name);
