// Words of the parts of an assessment.
import type { ClueProbeName, NamedBy } from "../../../../shared/review/assess/calls.ts";

export const partWords: Readonly<Record<ClueProbeName, string>> = {
  cases: "assess.part.cases",
  series: "assess.part.series",
  similar: "assess.part.similar",
  rings: "assess.part.rings",
  payments: "assess.part.payments",
  money: "assess.part.money",
  calls: "assess.part.calls",
  movements: "assess.part.movements",
  watches: "assess.part.watches",
  tasks: "assess.part.tasks",
};

export const namedByWords: Readonly<Record<NamedBy, string>> = {
  identifier: "assess.by.identifier",
  key: "assess.by.key",
  name: "assess.by.name",
  words: "assess.by.words",
  near: "assess.by.near",
  identity: "assess.by.identity",
  owned: "assess.by.owned",
};
