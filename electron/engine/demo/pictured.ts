// Series S-12 of the first county, dressed as in the design's pictures: 惠享购, card …0412, number 164…2075.
import type { Account, Line, Series } from "./model.ts";
import { cardEndingIn } from "./numbers.ts";
import { banks } from "./people.ts";

const picturedPhone = "16488012075";

export function dressPictured(series: Series): void {
  const ccb = banks.find((bank) => bank.short === "建行")!;
  const payee: Account = {
    ...series.payees[0]!,
    bank: ccb,
    card: cardEndingIn(ccb.bin, "0412"),
    holder: "何晓芳",
    branch: `${ccb.name}云津市支行`,
  };
  series.payees.splice(0, 1, payee);
  const [first] = series.callers;
  if (first) series.callers.splice(0, 1, { ...first, phone: picturedPhone } satisfies Line);
  series.app = "惠享购";
  series.domains = ["huixiang-go.example"];
  series.name = "惠享购刷单";
  series.script = {
    hook: "在群里看到点赞返现的消息",
    story: "先返三单小额佣金",
    turn: "第四单要求垫付连单，提现时称操作失误须补单",
    alias: "小雅派单员",
    signature: "四连单须凑整",
  };
}
