// Any split of a ledger into overlapping files – both ends told or one only, under the account's number or its card's, to the second or the minute,
// with serial numbers or without, the sheet that names the cards before, among or after them –
// gives the same transfers and sums in whatever order the files come, and leaves what the others say when one goes.
import { expect, it } from "vitest";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import { removeSourceFacts } from "../../../electron/engine/store/sqlite/tables/removeSource.ts";
import { seededRandom } from "../../../shared/random.ts";
import { addSource, aTransfer, type Telling, type TransferFacts } from "../../builders.ts";

const minute = 60_000;
const start = Date.UTC(2026, 4, 1, 4);
const accounts = ["1001", "1002", "1003", "1004", "1005", "1006"];

interface Paid {
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly amountFen: number;
  readonly reference: string;
  readonly memo: string;
  /** As a sheet that holds both says it: 2 cancelled, 3 cancels, 0 neither. */
  readonly state: number;
}

/** One payment every eight minutes, so that what belongs together can be known from what is told; one in six is taken back. */
function makeLedger(random: () => number): Paid[] {
  const pick = (count: number) => Math.floor(random() * count);
  return Array.from({ length: 40 }, (_, i): Paid[] => {
    const payer = pick(6);
    const [from, to] = [accounts[payer]!, accounts[(payer + 1 + pick(5)) % 6]!];
    const paid = {
      at: start + i * 8 * minute + pick(60) * 1_000,
      from,
      to,
      amountFen: 100 * (1 + pick(3)),
      reference: `SN2026${i}`,
      memo: "",
    };
    if (pick(6) > 0) return [{ ...paid, state: 0 }];
    return [
      { ...paid, state: 2 },
      { ...paid, from: to, to: from, at: paid.at + 2 * minute, reference: `SN2026${i}B`, memo: "冲正", state: 3 },
    ];
  }).flat();
}

/** Files as banks give them: the whole ledger in overlapping periods, and statements of single accounts that tell less. */
function makeFiles(ledger: readonly Paid[], random: () => number): TransferFacts[][] {
  const happens = (share: number) => random() < share;
  const files: TransferFacts[][] = [];
  const cut = Math.floor(random() * 30);
  for (const part of [ledger.slice(0, cut + 8), ledger.slice(cut)])
    files.push(told(part, happens(0.5), happens(0.3), happens(0.5), happens(0.4), null));
  for (const account of accounts.filter(() => happens(0.7))) {
    const first = Math.floor(random() * 20);
    const own = ledger.slice(first, first + 25).filter(({ from, to }) => from === account || to === account);
    if (own.length > 0) files.push(told(own, happens(0.5), happens(0.5), happens(0.5), happens(0.4), happens(0.6) ? account : null));
  }
  return files;
}

/** Half of the accounts have a card. */
const withCard = accounts.slice(0, 3);
const numberOf = (account: string, byCard: boolean): string => (byCard && withCard.includes(account) ? `C${account}` : account);
const accountSheet: readonly Telling[] = withCard.map((account) => (sink, row) => {
  sink.link("card-of", sink.entity("account", `C${account}`, "", row), sink.entity("account", account, "", row), row);
});

/** `pairs`: the sheet's own pairs were seen while it was read. `only`: the one account that the file knows. */
const told = (
  part: readonly Paid[],
  withReference: boolean,
  toTheMinute: boolean,
  pairs: boolean,
  byCard: boolean,
  only: string | null,
): TransferFacts[] =>
  part.map(({ at, from, to, amountFen, reference, memo, state }) => ({
    at: toTheMinute ? at - (at % minute) : at,
    precision: toTheMinute ? 1 : 0,
    from: only === null || only === from ? numberOf(from, byCard) : null,
    to: only === null || only === to ? numberOf(to, byCard) : null,
    amountFen,
    reference: withReference ? reference : "",
    memo,
    state: pairs && part.some((one) => one.reference === (state === 2 ? `${reference}B` : reference.slice(0, -1))) ? state : 0,
  }));

const shuffled = <Item>(items: readonly Item[], random: () => number): Item[] =>
  items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

const readEvents = (db: Connection) =>
  db.all<{
    from: string;
    to: string;
    at: number;
    precision: number;
    fen: number;
    reference: string;
    state: number;
  }>(sql`SELECT ltrim(a.key, 'C') AS "from",
    ltrim(b.key, 'C') AS "to", t.at, t.precision, t.amount_fen AS fen, t.reference, t.state FROM transfer t
    LEFT JOIN entity a ON a.id = t.from_id LEFT JOIN entity b ON b.id = t.to_id ORDER BY t.at, 1, 2`);

const readPairs = (db: Connection) =>
  db.all(sql`SELECT ltrim(a.key, 'C') AS "from", ltrim(b.key, 'C') AS "to", sum(e.count) AS n, sum(e.sum) AS fen FROM edge e
    JOIN entity a ON a.id = e.from_id JOIN entity b ON b.id = e.to_id WHERE e.kind = 'transfer' GROUP BY 1, 2 ORDER BY 1, 2`);

/** `sheetAt`: after so many files comes the sheet that says which card is of which account; −1: never. */
function tell(db: Connection, files: readonly (readonly TransferFacts[])[], sheetAt: number): number[] {
  const ids: number[] = [];
  for (const [i, file] of files.entries()) {
    if (i === sheetAt) addSource(db, "account sheet", accountSheet);
    const tellings = file.map((facts) => aTransfer(facts));
    ids.push(addSource(db, `file ${i}`, tellings).id);
  }
  if (sheetAt === files.length) addSource(db, "account sheet", accountSheet);
  return ids;
}

it.each(Array.from({ length: 40 }, (_, draw) => draw + 1))("gives the ledger itself, draw %i", (draw) => {
  const random = seededRandom(draw);
  const ledger = makeLedger(random);
  const files = shuffled(makeFiles(ledger, random), random);
  const [all, rest, whole] = [openWorkspaceFile(":memory:"), openWorkspaceFile(":memory:"), openWorkspaceFile(":memory:")];
  const sheetAt = draw % 2 === 0 ? Math.floor(random() * (files.length + 1)) : 0;
  const ids = tell(all, files, sheetAt);
  tell(whole, [told(ledger, false, false, false, false, null)], 0);
  expect(readEvents(all).map(({ from, to, at, fen, state }) => ({ from, to, fen, state, minute: Math.floor(at / minute) }))).toEqual(
    readEvents(whole).map(({ from, to, at, fen, state }) => ({ from, to, fen, state, minute: Math.floor(at / minute) })),
  );
  expect(readPairs(all)).toEqual(readPairs(whole));
  const gone = Math.floor(random() * files.length);
  all.write((db) => removeSourceFacts(db, ids[gone]!));
  tell(
    rest,
    files.filter((_, i) => i !== gone),
    gone < sheetAt ? sheetAt - 1 : sheetAt,
  );
  expect([readEvents(all), readPairs(all)]).toEqual([readEvents(rest), readPairs(rest)]);
  for (const db of [all, rest, whole]) db.close();
});

it("is two transfers where nobody says that the card is the account's, and comes apart when the sheet that said so goes", () => {
  const db = openWorkspaceFile(":memory:");
  const [one, other] = [
    told(makeLedger(seededRandom(1)), false, false, false, false, null),
    told(makeLedger(seededRandom(1)), false, false, false, true, null),
  ];
  const sheet = addSource(db, "account sheet", accountSheet);
  tell(db, [one, other], -1);
  const count = () => db.get<{ n: number }>(sql`SELECT count(*) AS n FROM transfer`)!.n;
  expect(count()).toBe(one.length);
  db.write((writable) => removeSourceFacts(writable, sheet.id));
  const named = one.filter(({ from, to }) => withCard.includes(String(from)) || withCard.includes(String(to)));
  expect(count()).toBe(one.length + named.length);
  db.close();
});
