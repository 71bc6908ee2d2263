// One part of the assessment as it stands; a part that found nothing and came to its end takes no room.
import type { ComponentType } from "react";
import type { Assessment, ClueAnswers, ClueProbeName, TimedPart } from "../../../../shared/review/assess/calls.ts";
import { useWords } from "../../../i18n/index.ts";
import { formatCount } from "../../../parts/index.ts";
import { CasesPart, type PartBody, RingsPart, SeriesPart, SimilarPart } from "./CaseParts.tsx";
import { CallsPart, MoneyPart, MovementsPart } from "./EventParts.tsx";
import { PartPanel } from "./PartPanel.tsx";
import { PaymentsPart } from "./PaymentParts.tsx";
import type { ShownAssessment } from "./useAssessment.ts";
import { TasksPart, WatchesPart } from "./WatchParts.tsx";

interface Look<Name extends ClueProbeName> {
  readonly column: "left" | "right";
  readonly Body: ComponentType<PartBody<Name>>;
  /** How much was found; of the shown ones it may be more. */
  readonly count: (found: ClueAnswers[Name]) => number;
  readonly shown?: (found: ClueAnswers[Name]) => number;
}

/** In the order in which they stand; a new part is one line here. */
export const looks: { readonly [Name in ClueProbeName]: Look<Name> } = {
  series: { column: "left", Body: SeriesPart, count: ({ items }) => items.length },
  cases: { column: "left", Body: CasesPart, count: ({ count }) => count, shown: ({ items }) => items.length },
  similar: { column: "left", Body: SimilarPart, count: ({ cases, why }) => (why === null ? cases.length : 0) },
  rings: { column: "left", Body: RingsPart, count: ({ items }) => items.length },
  watches: { column: "right", Body: WatchesPart, count: ({ watches, alerts }) => watches.length + alerts.length },
  tasks: { column: "right", Body: TasksPart, count: ({ items }) => items.length },
  payments: {
    column: "right",
    Body: PaymentsPart,
    // What was searched and not found is told as well: a sum with a time is a question.
    count: ({ items, why }) => (why === null ? items.length : 1),
  },
  money: { column: "right", Body: MoneyPart, count: ({ items }) => items.length },
  calls: { column: "right", Body: CallsPart, count: ({ items }) => items.length },
  movements: { column: "right", Body: MovementsPart, count: ({ count }) => count, shown: ({ items }) => items.length },
};

export const partNames = Object.keys(looks) as readonly ClueProbeName[];

/** Came to its end and found nothing. */
export function isEmptyPart<Name extends ClueProbeName>(name: Name, part: TimedPart<ClueAnswers[Name]>): boolean {
  return part.isComplete && part.found !== null && looks[name].count(part.found) === 0;
}

export interface PartViewProps<Name extends ClueProbeName> extends Pick<ShownAssessment, "goingOn" | "goOn"> {
  readonly name: Name;
  readonly part: TimedPart<ClueAnswers[Name]>;
  readonly parts: Assessment["parts"];
}

export function Part<Name extends ClueProbeName>({ name, part, parts, goingOn, goOn }: PartViewProps<Name>) {
  const t = useWords();
  const { Body, count, shown } = looks[name];
  const { found } = part;
  const all = found === null ? 0 : count(found);
  const isCut = found !== null && shown !== undefined && shown(found) < all;
  const note =
    found === null ? undefined : isCut ? t("assess.part.shown", { shown: shown(found), all: formatCount(all) }) : formatCount(all);
  return (
    <PartPanel name={name} part={part} note={note} isGoingOn={goingOn.has(name)} onGoOn={() => goOn(name)}>
      {found !== null && <Body {...({ ...found, parts } as PartBody<Name> & object)} />}
    </PartPanel>
  );
}
