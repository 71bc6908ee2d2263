// Payments in two banks' books: planted pairs found, the sure part, time and memory of the child's work, by size and by what the books leave out.
import type { BookShape } from "../../electron/engine/demo/books.ts";
import { pairPayments } from "../../shared/resolve/payment/pairPayments.ts";
import { printFigure } from "./figure.ts";
import { judgedBooks } from "./judgedBooks.ts";

const payments = Number(process.env["BENCH_PAYMENTS"] ?? 30_000);
const seed = Number(process.env["BENCH_SEED"] ?? 1);

function measure(name: string, shape: BookShape, budgetSeconds: number | null): void {
  const print = (figure: string, value: number, unit: string, budget: number | null = null, note = "", more = false) =>
    printFigure({ bench: "payments", figure: `${name}: ${figure}`, value, unit, budget, note, more });
  const { books, partners } = judgedBooks(seed, shape);
  const [began, used] = [performance.now(), process.cpuUsage()];
  const { suggestions, candidates, kept } = pairPayments(books);
  const { user } = process.cpuUsage(used);
  const isRight = ({ paid, received }: { readonly paid: number; readonly received: number }) => partners.get(paid) === received;
  const sure = suggestions.filter(({ isSure }) => isSure);
  const note = `${books.paid.length} × ${books.received.length} rows, ${partners.size} payments, ${candidates} candidates, ${kept} kept`;
  print("time", (performance.now() - began) / 1000, "s", budgetSeconds, note);
  print("processor time", user / 1e6, "s");
  print("memory", process.resourceUsage().maxRSS / 1024, "MB", budgetSeconds === null ? null : 1500);
  print("first choice right", suggestions.filter(isRight).length / partners.size, "", null, "", true);
  print("sure, of all payments", sure.length / partners.size, "", null, "", true);
  print("sure and right", sure.filter(isRight).length / Math.max(1, sure.length), "", 0.999, "", true);
}

const small = 3000;
measure("3,000 payments", { payments: small }, null);
measure("without memos", { payments: small, hasMemos: false }, null);
measure("no other side named", { payments: small, named: 0 }, null);
measure("three of four rows of others", { payments: small, alone: 3 }, null);
measure("round amounts, no memos, nobody named", { payments: small, hasMemos: false, named: 0, round: 1 }, null);
measure(`${payments} payments`, { payments, named: 0.1 }, 120);
