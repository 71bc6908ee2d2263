// The table that an import of standard addresses leaves: every number, estate, building, unit and room once.
import type { StandardAddress } from "../../../../scripts/bench/addressWorld.ts";
import { nodeLevels, upTo, writeLevels } from "../../../../shared/import/address/levels.ts";
import { AddressTable, type StandardRow } from "../../../../shared/resolve/address/addressTable.ts";

export function aTable(addresses: readonly Pick<StandardAddress, "code" | "levels" | "alias">[]): AddressTable {
  const rows = new Map<string, StandardRow & { codes: string[]; aliases: string[] }>();
  for (const { code, levels, alias } of addresses) {
    const stated = nodeLevels.filter((level) => levels[level] !== undefined);
    for (const level of stated) {
      const path = writeLevels(upTo(levels, level));
      const row = rows.get(path) ?? { id: rows.size + 1, path, codes: [], aliases: [] };
      rows.set(path, row);
      if (level !== stated.at(-1)) continue;
      row.codes.push(code);
      if (alias !== "") row.aliases.push(alias);
    }
  }
  return new AddressTable([...rows.values()]);
}
