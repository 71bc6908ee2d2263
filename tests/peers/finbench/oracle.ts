// The slow twin: reads the snapshot's files themselves and answers by trying everything, sums in whole numbers of 64 bits and more.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Answer, Window } from "./questions.ts";
import { tablePath } from "./snapshot.ts";

type Line = Readonly<Record<string, string>>;

function readLines(folder: string, table: string): Line[] {
  const path = tablePath(folder, table);
  const bytes = readFileSync(path);
  const [head = "", ...rows] = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").trim().split(/\r?\n/);
  const names = head.split("|");
  return rows.map((row) => Object.fromEntries(row.split("|").map((cell, i) => [names[i] ?? "", cell])));
}

interface Edge {
  readonly a: string;
  readonly b: string;
  readonly at: number;
  readonly cents: bigint;
}

const cents = (text: string) => {
  const [whole = "0", part = ""] = text.split(".");
  return BigInt(whole) * 100n + BigInt(`${part}00`.slice(0, 2));
};
const toEdge = (line: Line): Edge => ({
  a: line["fromId"]!,
  b: line["toId"]!,
  at: Date.parse(`${line["createTime"]!.replace(" ", "T")}Z`),
  cents: cents(line["amount"]!),
});

export interface Oracle {
  ask(query: string, cells: readonly string[], window: Window): Answer[];
}

const total = (edges: readonly Edge[]) => Number(edges.reduce((sum, edge) => sum + edge.cents, 0n)) / 100;
const largest = (edges: readonly Edge[]) => Number(edges.map((edge) => edge.cents).sort((x, y) => (x < y ? 1 : -1))[0] ?? 0n) / 100;
const number = (a: string, b: string) => (BigInt(a) < BigInt(b) ? -1 : BigInt(a) > BigInt(b) ? 1 : 0);

export function readOracle(folder: string): Oracle {
  const transfers = readLines(folder, "AccountTransferAccount").map(toEdge);
  const withdrawals = readLines(folder, "AccountWithdrawAccount").map(toEdge);
  const media = readLines(folder, "Medium").filter((line) => line["isBlocked"] === "true");
  const signs = readLines(folder, "MediumSignInAccount");
  const persons = readLines(folder, "PersonOwnAccount");
  const companies = readLines(folder, "CompanyOwnAccount");
  const inside = (edges: readonly Edge[], { after, before }: Window) => edges.filter(({ at }) => after < at && at < before);
  const walks = (edges: readonly Edge[], from: string): Edge[][] => {
    const one = edges.filter(({ a }) => a === from).map((edge) => [edge]);
    const grow = (list: readonly Edge[][]) =>
      list.flatMap((walk) => edges.filter(({ a, at }) => a === walk.at(-1)!.b && at > walk.at(-1)!.at).map((edge) => [...walk, edge]));
    const two = grow(one);
    return [...one, ...two, ...grow(two)];
  };
  const asks: Readonly<Record<string, (cells: readonly string[], window: Window) => Answer[]>> = {
    "1": ([id = ""], window) => {
      const rows = walks(inside(transfers, window), id).flatMap((walk) =>
        media.flatMap((medium) =>
          signs
            .filter((sign) => sign["mediumId"] === medium["mediumId"] && sign["accountId"] === walk.at(-1)!.b)
            .filter((sign) => {
              const at = Date.parse(`${sign["createTime"]!.replace(" ", "T")}Z`);
              return window.after < at && at < window.before;
            })
            .map(() => `${walk.length} ${walk.at(-1)!.b} ${medium["mediumId"]} ${medium["mediumType"]}`),
        ),
      );
      return [...new Set(rows)]
        .map((row) => row.split(" "))
        .sort((x, y) => Number(x[0]) - Number(y[0]) || number(x[1]!, y[1]!) || number(x[2]!, y[2]!))
        .map(([steps, otherId, mediumId, ...type]) => ({
          otherId: otherId!,
          accountDistance: Number(steps),
          mediumId: mediumId!,
          mediumType: type.join(" "),
        }));
    },
    "3": ([from = "", to = ""], window) => {
      const distance = new Map([[from, 0]]);
      for (let isChanged = true; isChanged; ) {
        isChanged = false;
        for (const { a, b } of inside(transfers, window)) {
          const through = (distance.get(a) ?? Number.POSITIVE_INFINITY) + 1;
          if (through >= (distance.get(b) ?? Number.POSITIVE_INFINITY)) continue;
          distance.set(b, through);
          isChanged = true;
        }
      }
      return [{ shortestPathLength: distance.get(to) ?? -1 }];
    },
    "4": ([src = "", dst = ""], window) => {
      const edges = inside(transfers, window);
      if (!edges.some(({ a, b }) => a === src && b === dst)) return [];
      return [...new Set(edges.map(({ a }) => a))]
        .map((other) => ({
          other,
          two: edges.filter(({ a, b }) => a === other && b === src),
          three: edges.filter(({ a, b }) => a === dst && b === other),
        }))
        .filter(({ two, three }) => two.length > 0 && three.length > 0)
        .sort((x, y) => total(y.two) - total(x.two) || total(y.three) - total(x.three) || number(x.other, y.other))
        .map(({ other, two, three }) => ({
          otherId: other,
          numEdge2: two.length,
          sumEdge2Amount: total(two),
          maxEdge2Amount: largest(two),
          numEdge3: three.length,
          sumEdge3Amount: total(three),
          maxEdge3Amount: largest(three),
        }));
    },
    "5": ([person = ""], window) => {
      const paths = persons
        .filter((line) => line["personId"] === person)
        .flatMap((line) =>
          walks(inside(transfers, window), line["accountId"]!).map((walk) => [line["accountId"]!, ...walk.map(({ b }) => b)]),
        )
        .filter((path) => path.every((id, i) => path.indexOf(id) === i));
      const unlike = [...new Set(paths.map((path) => path.join(" ")))].map((path) => path.split(" "));
      return unlike
        .sort((x, y) => y.length - x.length || x.map((id, i) => number(id, y[i]!)).find((order) => order !== 0) || 0)
        .map((path) => ({ path }));
    },
    "6": ([card = "", one = "", two = ""], window) => {
      const out = inside(withdrawals, window).filter((edge) => edge.b === card && edge.cents > cents(two));
      return [...new Set(out.map(({ a }) => a))]
        .map((mid) => ({
          mid,
          into: inside(transfers, window).filter((edge) => edge.b === mid && edge.cents > cents(one)),
          out: out.filter(({ a }) => a === mid),
        }))
        .filter(({ into }) => into.length > 3)
        .sort((x, y) => total(y.out) - total(x.out) || number(x.mid, y.mid))
        .map(({ mid, into, out: drawn }) => ({ midId: mid, sumEdge1Amount: total(into), sumEdge2Amount: total(drawn) }));
    },
    "7": ([id = "", threshold = ""], window) => {
      const large = inside(transfers, window).filter((edge) => edge.cents > cents(threshold));
      const [into, out] = [large.filter(({ b }) => b === id), large.filter(({ a }) => a === id)];
      const inOutRatio = out.length === 0 ? -1 : Number((total(into) / total(out)).toFixed(3));
      return [{ numSrc: new Set(into.map(({ a }) => a)).size, numDst: new Set(out.map(({ b }) => b)).size, inOutRatio }];
    },
    "12": ([person = ""], window) => {
      const own = persons.filter((line) => line["personId"] === person).map((line) => line["accountId"]);
      const owned = new Set(companies.map((line) => line["accountId"]!));
      const paid = inside(transfers, window).filter(({ a, b }) => own.includes(a) && owned.has(b));
      return [...new Set(paid.map(({ b }) => b))]
        .map((account) => ({ compAccountId: account, sumEdge2Amount: total(paid.filter(({ b }) => b === account)) }))
        .sort((x, y) => y.sumEdge2Amount - x.sumEdge2Amount || number(x.compAccountId, y.compAccountId));
    },
  };
  return { ask: (query, cells, window) => asks[query]!(cells, window) };
}
