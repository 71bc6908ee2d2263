// Roles in rings that work on the spot, and of suspects that cases name.
import { nodesOf, type RingView } from "../ringView.ts";
import { type RoleRule, reasonOf } from "./role.ts";

const casesOf = (ties: readonly { readonly case: number }[]) => new Set(ties.map((one) => one.case)).size;

function namedAsSuspect(view: RingView, actor: number) {
  const persons = new Set(nodesOf(view, actor).filter((v) => view.data.kinds[v] === "person"));
  return view.involved.filter(({ entity }) => persons.has(entity));
}

/** Frauds of this kind are done by calling: a suspect without another role is one who called. */
export const suspectCaller: RoleRule = {
  role: "caller",
  judge(view, actor) {
    const named = namedAsSuspect(view, actor);
    return view.isOnTheSpot || named.length === 0 ? null : reasonOf("caller", "caller-suspect", { cases: casesOf(named) }, named, []);
  },
};

export const suspectExecutor: RoleRule = {
  role: "executor",
  judge(view, actor) {
    const named = namedAsSuspect(view, actor);
    return !view.isOnTheSpot || named.length === 0 ? null : reasonOf("executor", "executor-suspect", { cases: casesOf(named) }, named, []);
  },
};

export const vehicleExecutor: RoleRule = {
  role: "executor",
  judge(view, actor) {
    const own = view.owns.filter(({ from, to }) => view.actors.of[from] === actor && view.vehicles.has(to));
    if (!view.isOnTheSpot || own.length === 0) return null;
    const vehicles = new Set(own.map(({ to }) => to));
    const seen = view.involved.filter(({ entity }) => vehicles.has(entity));
    return reasonOf("executor", "executor-vehicle", { cases: casesOf(seen) }, [...own, ...seen], vehicles);
  },
};

/** One presence may be chance: two of the ring's cases, or a quarter of them. */
const leastScenes = 2;
const leastShare = 0.25;

export const sceneExecutor: RoleRule = {
  role: "executor",
  judge(view, actor) {
    const own = view.scenes.filter(({ from, to }) => view.actors.of[from] === actor && view.cases.has(to));
    const cases = new Set(own.map(({ to }) => to)).size;
    const isOften = cases >= leastScenes || (cases > 0 && cases >= leastShare * view.cases.size);
    return view.isOnTheSpot && isOften
      ? reasonOf(
          "executor",
          "executor-scene",
          { cases, all: view.cases.size },
          own,
          own.map(({ from }) => from),
        )
      : null;
  },
};
