// Migrations, numbered in tens, appended only; each runs in a transaction together with its version number.
import type BetterSqlite3 from "better-sqlite3";
import { initial } from "./0010-initial.ts";
import { tellings } from "./0020-tellings.ts";
import { identity } from "./0030-identity.ts";
import { linkAttributes } from "./0040-link-attributes.ts";
import { rings } from "./0050-rings.ts";
import { identityFindings } from "./0060-identity-findings.ts";
import { foundIdentity } from "./0070-found-identity.ts";
import { chartWork } from "./0080-chart-work.ts";
import { halfKnownTransfers } from "./0090-half-known-transfers.ts";
import { watches } from "./0100-watches.ts";
import { reversals } from "./0110-reversals.ts";
import { storyboards } from "./0120-storyboards.ts";
import { followedPairs } from "./0130-followed-pairs.ts";
import { chartLooks } from "./0140-chart-looks.ts";
import { reports } from "./0150-reports.ts";
import { corrections } from "./0160-corrections.ts";
import { tasks } from "./0170-tasks.ts";
import { addresses } from "./0180-addresses.ts";
import { exchange } from "./0190-exchange.ts";
import { packs } from "./0200-packs.ts";
import { incidentNumbers } from "./0210-incident-numbers.ts";
import { population } from "./0220-population.ts";
import { addressFollow } from "./0230-address-follow.ts";
import { payments } from "./0240-payments.ts";
import { alertChanges } from "./0250-alert-changes.ts";
import { untoldSources } from "./0260-untold-sources.ts";
import { findings } from "./0270-findings.ts";
import { meetings } from "./0280-meetings.ts";
import type { Migration } from "./migration.ts";

export const migrations: readonly Migration[] = [
  initial,
  tellings,
  identity,
  linkAttributes,
  rings,
  identityFindings,
  foundIdentity,
  chartWork,
  halfKnownTransfers,
  watches,
  reversals,
  storyboards,
  followedPairs,
  chartLooks,
  reports,
  corrections,
  tasks,
  addresses,
  exchange,
  packs,
  incidentNumbers,
  population,
  addressFollow,
  payments,
  alertChanges,
  untoldSources,
  findings,
  meetings,
];

export const latestVersion = migrations.at(-1)!.version;

export function migrate(database: BetterSqlite3.Database): void {
  const current = Number(database.pragma("user_version", { simple: true }));
  for (const migration of migrations.filter((one) => one.version > current)) {
    database
      .transaction(() => {
        database.exec(migration.up);
        database.pragma(`user_version=${migration.version}`);
      })
      .immediate();
  }
}
