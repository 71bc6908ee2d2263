// A case sheet of any size with planted series, for the speed of linking: accounts, phones, apps, places, briefs.

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { Mapping } from "../../shared/import/mapping.ts";
import { seededRandom } from "../../shared/random.ts";

const types = ["刷单返利", "虚假网络投资理财", "冒充电商物流客服", "虚假贷款", "冒充公检法及政府机关", "入室盗窃"];
const openings = ["在群里看到兼职信息", "接到自称客服的来电", "在短视频平台认识网友", "收到退款短信", "浏览网页看到贷款广告"];
const middles = ["下载对方指定的软件", "按要求做任务返现", "提供屏幕共享", "缴纳保证金", "垫付连单", "将钱转入安全账户"];
const endings = ["后无法提现发现被骗", "对方失联", "被对方拉黑", "称操作失误须补单", "要求继续转账后报警"];
const seriesSize = 8;

export const caseMapping: Mapping = {
  name: "bench cases",
  rowKind: "case",
  format: { encoding: "utf-8", delimiter: ",", headerRow: 1 },
  columns: {
    number: "case.number",
    type: "case.type",
    from: "case.from",
    lon: "place.longitude",
    lat: "place.latitude",
    loss: "case.loss",
    unit: "case.unit",
    account: "account",
    phone: "phone",
    app: "netid",
    tags: "modus",
    brief: "case.brief",
  },
};

export async function writeCaseFile(path: string, count: number, seed = 1): Promise<void> {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const number = (limit: number) => Math.floor(random() * limit);
  const out = createWriteStream(path);
  out.write("number,type,from,lon,lat,loss,unit,account,phone,app,tags,brief\n");
  for (let i = 0; i < count; i++) {
    const series = random() < 0.4 ? number(Math.max(1, Math.floor((count * 0.4) / seriesSize))) : -1;
    const owner = series < 0 ? 1_000_000 + i : series;
    const day = new Date(Date.UTC(2026, 4, 1) + number(200) * 86_400_000 + number(86_400) * 1000).toISOString().slice(0, 19);
    const brief = `${pick(openings)}，${pick(middles)}，${series < 0 ? pick(middles) : middles[series % middles.length]}，${pick(endings)}。代号${owner % 5000}`;
    const cells = [
      `A3412${String(2026_000000000 + i)}`,
      types[owner % types.length],
      day,
      (117 + random()).toFixed(5),
      (33 + random()).toFixed(5),
      String(1000 + number(500_000)),
      `派出所${number(40)}`,
      `621700${String(1000000000000 + owner * 10 + (random() < 0.3 ? number(3) : 0)).slice(0, 13)}`,
      `164${String(10000000 + ((owner * 13 + number(2)) % 89999999)).slice(0, 8)}`,
      `app${owner % 20000}.example`,
      `标签${owner % 50}、标签${number(50)}`,
      brief,
    ];
    if (!out.write(`${cells.join(",")}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}
