// Two banks' books with planted payments, in a workspace of their own so that nothing else of the self-test changes: what is suggested, and what is sure.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PaymentLine, PaymentPage } from "../../../shared/resolve/paymentCalls.ts";
import { bookFiles, inventBooks } from "./books.ts";
import type { Ask, Judged } from "./judgeSteps.ts";

const paymentsAtScaleOne = 800;
const leastPayments = 60;
const mostListed = 500;

async function listAll(ask: Ask): Promise<PaymentLine[]> {
  const lines: PaymentLine[] = [];
  for (;;) {
    const { items } = await ask<PaymentPage>("resolve.listPayments", { offset: lines.length, limit: mostListed });
    lines.push(...items);
    if (items.length < mostListed) return lines;
  }
}

/** Of all suggestions, and of the sure ones. */
export async function judgeBooks(ask: Ask, folder: string, scale: number, seed: number): Promise<readonly [Judged, Judged]> {
  const books = inventBooks(seed, { payments: Math.max(leastPayments, Math.round(paymentsAtScaleOne * scale)) });
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of bookFiles(books)) {
    await writeFile(join(folder, name), bytes);
    await ask("import.storeFiles", { paths: [join(folder, name)] });
  }
  await ask("resolve.pairPayments", {});
  const planted = new Set(books.truth.map(([paid, received]) => `${paid + 1} ${received + 1}`));
  const judge = (lines: readonly PaymentLine[]): Judged => ({
    planted: planted.size,
    found: lines.length,
    right: lines.filter(({ paid, received }) => planted.has(`${paid.sources[0]!.row} ${received.sources[0]!.row}`)).length,
  });
  const lines = await listAll(ask);
  return [judge(lines), judge(lines.filter(({ state }) => state === "sure"))];
}
