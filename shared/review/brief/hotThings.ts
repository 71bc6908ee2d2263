// Numbers, accounts, applications and domains that come again: named by a case of the period and by another one before or in it.

export interface Mention {
  /** Canonical `kind:key`. */
  readonly entity: string;
  readonly kind: string;
  readonly label: string;
  /** Number and day of the case that names it, and the row. */
  readonly case: string;
  readonly day: number;
  readonly sourceId: number;
  readonly row: number;
}

export interface HotThing {
  readonly entity: string;
  readonly kind: string;
  readonly label: string;
  /** Cases of the period that name it, and of all time until its end. */
  readonly count: number;
  readonly total: number;
  /** A row for each case of the period, the latest first. */
  readonly rows: readonly { readonly case: string; readonly sourceId: number; readonly row: number }[];
}

const least = 2;

/** By cases of the period, then by all, then by name. */
export function findHot(mentions: Iterable<Mention>, { from, to }: { readonly from: number; readonly to: number }): readonly HotThing[] {
  const byEntity = Map.groupBy(
    [...mentions].filter(({ day }) => day <= to),
    ({ entity }) => entity,
  );
  return [...byEntity]
    .flatMap(([entity, all]): HotThing[] => {
      const now = [
        ...Map.groupBy(
          all.filter(({ day }) => day >= from),
          (mention) => mention.case,
        ).values(),
      ].map(([first]) => first!);
      const total = new Set(all.map((mention) => mention.case)).size;
      if (now.length === 0 || total < least) return [];
      const { kind, label } = all[0]!;
      const rows = now
        .sort((a, b) => b.day - a.day || (a.case < b.case ? -1 : 1))
        .map(({ case: number, sourceId, row }) => ({ case: number, sourceId, row }));
      return [{ entity, kind, label, count: now.length, total, rows }];
    })
    .sort((a, b) => b.count - a.count || b.total - a.total || (a.entity < b.entity ? -1 : 1));
}
