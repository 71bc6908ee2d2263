// A small made-up bank in the shape of a FinBench snapshot: six tables and parameters for every question.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "../../../shared/random.ts";

const start = Date.parse("2021-01-01T00:00:00Z");
const days = 200;

/** Writes the tables into the folder and returns lines of parameters by query. */
export function makeBank(folder: string, seed: number): Readonly<Record<string, readonly string[]>> {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  // 64-bit ids that a double could not tell apart.
  const account = (n: number) => `48063${String(91_031_904_344_000 + n)}`;
  const time = () => new Date(start + below(days * 86_400_000)).toISOString().replace("T", " ").replace("Z", "");
  const amount = () => `${below(9_000_000)}.${String(below(100)).padStart(2, "0")}`;
  const write = (table: string, head: string, rows: readonly string[]) =>
    writeFileSync(join(folder, `${table}.csv`), `${[head, ...rows].join("\n")}\n`);
  const many = (count: number, row: (i: number) => string) => Array.from({ length: count }, (_, i) => row(i));
  // Few accounts get most of the money, so that "more than three transfers in" happens.
  const hub = () => account(below(3) === 0 ? below(4) : below(40));
  const pair = () => {
    const from = account(below(40));
    let to = hub();
    while (to === from) to = hub();
    return `${from}|${to}`;
  };
  write(
    "Medium",
    "mediumId|mediumType|isBlocked|createTime",
    many(20, (i) => `${i}|${i % 2 ? "PHONE" : "POS"}|${i % 3 === 0}|${time()}`),
  );
  write(
    "AccountTransferAccount",
    "fromId|toId|amount|createTime|orderNum|comment",
    many(260, (i) => `${pair()}|${amount()}|${time()}|O${i}|a; b`),
  );
  write(
    "AccountWithdrawAccount",
    "fromId|toId|amount|createTime",
    many(120, () => `${pair()}|${amount()}|${time()}`),
  );
  write(
    "PersonOwnAccount",
    "personId|accountId|createTime",
    many(24, (i) => `${i % 16}|${account(i)}|${time()}`),
  );
  write(
    "CompanyOwnAccount",
    "companyId|accountId|createTime",
    many(16, (i) => `${i % 9}|${account(24 + i)}|${time()}`),
  );
  write(
    "MediumSignInAccount",
    "mediumId|accountId|createTime|location",
    many(60, () => `${below(20)}|${account(below(40))}|${time()}|X -> Y`),
  );
  const window = () => `${start + below(40) * 86_400_000}|${start + (days - below(40)) * 86_400_000}`;
  const tail = () => `${window()}|500|TIMESTAMP_DESCENDING`;
  const accounts = many(40, account);
  return {
    "1": accounts.map((id) => `${id}|${tail()}`),
    "3": many(60, () => `${pair()}|${window()}`),
    "4": many(120, () => `${pair()}|${window()}`),
    "5": many(16, (i) => `${i}|${tail()}`),
    "6": accounts.map((id) => `${id}|${below(1000)}.0|${below(1000)}.0|${tail()}`),
    "7": accounts.map((id) => `${id}|${below(2_000_000)}.5|${tail()}`),
    "12": many(16, (i) => `${i}|${tail()}`),
  };
}
