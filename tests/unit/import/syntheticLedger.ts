// A made-up account and its movements, from a seed: what the synthetic layouts print. Every number checks, none is anybody's.
import { luhnDigit } from "../../../shared/import/kinds/checkDigits.ts";
import { seededRandom } from "../../../shared/random.ts";

export interface Movement {
  /** Milliseconds, Beijing time taken as UTC. */
  readonly at: number;
  readonly own: string;
  readonly other: string;
  readonly otherName: string;
  /** 1/100, above 0. */
  readonly fen: number;
  readonly isIn: boolean;
  readonly balanceFen: number;
  readonly memo: string;
  readonly reference: string;
}

export interface Ledger {
  readonly accounts: readonly string[];
  readonly ownName: string;
  readonly movements: readonly Movement[];
}

const names = ["周小满", "吴立春", "郑谷雨", "王芒种", "冯夏至", "陈白露", "褚寒露", "卫霜降", "山海商贸有限公司"];
const paidFor = ["消费", "转账支出", "货款", "手机充值", "还借款"];
const receivedFor = ["工资", "转账收入", "退款", "利息", "货款"];
const start = Date.UTC(2025, 2, 1, 8, 5, 0);

const card = (random: () => number, prefix: string): string => {
  const body = prefix + Array.from({ length: 18 - prefix.length }, () => Math.floor(random() * 10)).join("");
  return body + luhnDigit(body);
};

export function makeLedger(seed: number, count = 60, accountCount = 1): Ledger {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const accounts = Array.from({ length: accountCount }, () => card(random, "621700"));
  const others = names.map((name) => ({ name, account: card(random, pick(["622202", "622848", "623090", "622609"])) }));
  const balances = new Map(accounts.map((account) => [account, 500_000 + Math.floor(random() * 900_000)]));
  let at = start;
  const movements = Array.from({ length: count }, (_, i): Movement => {
    at += 1_000 * (600 + Math.floor(random() * 90_000));
    const own = pick(accounts);
    const other = pick(others);
    const isIn = random() < 0.45;
    const fen = 1_00 + Math.floor(random() * 60_000);
    const balanceFen = balances.get(own)! + (isIn ? fen : -fen);
    balances.set(own, balanceFen);
    const reference = `8${String(40_210_000_000 + i * 7_919 + Math.floor(random() * 900)).padStart(13, "0")}`;
    return {
      at,
      own,
      other: other.account,
      otherName: other.name,
      fen,
      isIn,
      balanceFen,
      memo: pick(isIn ? receivedFor : paidFor),
      reference,
    };
  });
  return { accounts, ownName: "韩清明", movements };
}
