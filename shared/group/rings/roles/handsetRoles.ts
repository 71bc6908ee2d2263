// Roles by handsets and sign-ins: who uses the work handsets, who had them before, who signs in to pages and to chats.

import type { Tie } from "../ringData.ts";
import { nodesOf, type RingView } from "../ringView.ts";
import { type RoleRule, reasonOf } from "./role.ts";

/** Own cards of an actor in the ring's work handsets. */
function ownCards(view: RingView, actor: number): Tie[] {
  const own = new Set(nodesOf(view, actor));
  return view.handsets.filter(
    ({ from, to }) => own.has(from) && view.actors.isLine[from] === 0 && view.devices.has(to) && view.actors.isWorkHandset[to] === 1,
  );
}

/** First use of a work line in the handset. */
const firstWork = (view: RingView, handset: number): number =>
  view.handsets
    .filter(({ from, to, first }) => to === handset && view.actors.isLine[from] === 1 && first !== null)
    .reduce((least, { first }) => Math.min(least, first!), Number.POSITIVE_INFINITY);

/** His card was in most of the handsets before they went to work, and in none of these later. */
export const supplier: RoleRule = {
  role: "equipment supplier",
  judge(view, actor) {
    const cards = ownCards(view, actor);
    const before = cards.filter(({ to, last }) => last !== null && last < firstWork(view, to));
    if (before.length === 0 || before.length * 2 <= cards.length) return null;
    return reasonOf(
      "equipment supplier",
      "supplier",
      { handsets: new Set(before.map(({ to }) => to)).size },
      before,
      before.map(({ to }) => to),
    );
  },
};

export const handsetCaller: RoleRule = {
  role: "caller",
  judge(view, actor) {
    const cards = ownCards(view, actor);
    if (cards.length === 0) return null;
    const times = cards.reduce((sum, { count }) => sum + count, 0);
    return reasonOf(
      "caller",
      "caller-handset",
      { handsets: new Set(cards.map(({ to }) => to)).size, times },
      cards,
      cards.map(({ to }) => to),
    );
  },
};

/** A number of his own stands in cases as one that called. */
export const lineCaller: RoleRule = {
  role: "caller",
  judge(view, actor) {
    const lines = new Set(nodesOf(view, actor).filter((v) => view.actors.isLine[v] === 1));
    const named = view.involved.filter(({ entity }) => lines.has(entity));
    if (named.length === 0 || view.isOnTheSpot) return null;
    return reasonOf("caller", "caller-line", { cases: new Set(named.map((one) => one.case)).size }, named, lines);
  },
};

/** Sign-ins from handsets that the actor's own numbers are used in. */
function ownLogins(view: RingView, actor: number): Tie[] {
  const own = new Set(nodesOf(view, actor));
  const handsets = new Set(view.handsets.filter(({ from }) => own.has(from)).map(({ to }) => to));
  return view.logins.filter(({ from, to }) => handsets.has(to) && view.netids.has(from));
}

const pages = new Set(["domain", "app", "ip"]);

export const support: RoleRule = {
  role: "technical support",
  judge(view, actor) {
    const logins = ownLogins(view, actor).filter(({ from }) => pages.has(view.data.netTypes[from]!));
    if (logins.length === 0) return null;
    const numbers = { pages: new Set(logins.map(({ from }) => from)).size, times: logins.reduce((sum, { count }) => sum + count, 0) };
    return reasonOf(
      "technical support",
      "support",
      numbers,
      logins,
      logins.map(({ from }) => from),
    );
  },
};

export const lureCaller: RoleRule = {
  role: "caller",
  judge(view, actor) {
    const logins = ownLogins(view, actor).filter(({ from }) => !pages.has(view.data.netTypes[from]!));
    if (logins.length === 0) return null;
    const times = logins.reduce((sum, { count }) => sum + count, 0);
    return reasonOf(
      "caller",
      "caller-lure",
      { chats: new Set(logins.map(({ from }) => from)).size, times },
      logins,
      logins.map(({ from }) => from),
    );
  },
};
