// Roles by the way of the money: who receives it first, who gathers it, who draws it.
import { nodesOf, type RingView } from "../ringView.ts";
import { type RoleReason, type RoleRule, reasonOf } from "./role.ts";

const accountsOf = (view: RingView, actor: number) => nodesOf(view, actor).filter((v) => view.money.level[v]! > 0);

const levelOf = (view: RingView, actor: number): number =>
  accountsOf(view, actor).reduce((least, v) => Math.min(least, view.money.level[v]!), Number.POSITIVE_INFINITY);

/** Level 1: the cases name the account. */
export const mule: RoleRule = {
  role: "mule",
  judge(view, actor) {
    if (levelOf(view, actor) !== 1) return null;
    const own = new Set(accountsOf(view, actor));
    const named = view.involved.filter(({ entity }) => own.has(entity));
    const fen = [...own].reduce((sum, v) => sum + (view.money.received.get(v) ?? 0), 0);
    const cases = new Set(named.map((one) => one.case)).size;
    return fen > 0 ? reasonOf("mule", "mule", { cases, fen }, named, own) : reasonOf("mule", "mule-unseen", { cases }, named, own);
  },
};

/** Level 2: several first accounts pass on to it. */
export const collector: RoleRule = {
  role: "collector",
  judge(view, actor) {
    if (levelOf(view, actor) !== 2) return null;
    const own = new Set(accountsOf(view, actor));
    const fed = view.passed.filter(({ to }) => own.has(to));
    const fen = fed.reduce((sum, tie) => sum + tie.fen, 0);
    return reasonOf("collector", "collector", { payers: new Set(fed.map(({ from }) => from)).size, fen }, fed, [
      ...own,
      ...fed.map(({ from }) => from),
    ]);
  },
};

/** Beyond level 1, and cash was drawn of it; or the way ends there, two steps beyond the first accounts. */
export const cashOut: RoleRule = {
  role: "cash-out",
  judge(view, actor): RoleReason | null {
    const level = levelOf(view, actor);
    if (!Number.isFinite(level) || level < 2) return null;
    const own = accountsOf(view, actor);
    const drawn = own.flatMap((v) => view.money.cashed.get(v) ?? []);
    const fed = view.passed.filter(({ to }) => own.includes(to));
    if (drawn.length > 0) {
      const numbers = { fen: drawn.reduce((sum, { fen }) => sum + fen, 0), times: drawn.reduce((sum, { count }) => sum + count, 0) };
      return reasonOf("cash-out", "cash-out", numbers, [...drawn, ...fed], own);
    }
    const numbers = { level, fen: fed.reduce((sum, { fen }) => sum + fen, 0) };
    return level < 3 ? null : reasonOf("cash-out", "cash-out-end", numbers, fed, own);
  },
};
