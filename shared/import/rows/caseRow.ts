// One row of a case sheet → the case with its attributes, place, people and identifiers.
import type { FactSink } from "../factSink.ts";
import type { Cells, RowPlan } from "../rowPlan.ts";
import { type RowFailure, type RowWriter, reject } from "../targets/target.ts";
import { type AttributeSpec, compileAttributes, compileUnlisted } from "./attributes.ts";
import { writeBriefFacts } from "./briefFacts.ts";
import { compileInvolved } from "./involved.ts";
import { compilePeople } from "./people.ts";
import { compilePlace } from "./places.ts";
import { splitTags } from "./values.ts";

export const caseAttributes: readonly AttributeSpec[] = [
  ["case.type", "text"],
  ["case.title", "text"],
  ["case.brief", "long-text"],
  ["case.status", "text"],
  ["case.unit", "text"],
  ["case.from", "time"],
  ["case.to", "time", "case.until"],
  ["case.reported", "time"],
  ["case.filed", "time"],
  ["case.loss", "money"],
  ["case.stopped", "money"],
  ["case.frozen", "money"],
  ["case.returned", "money"],
  ["case.lureChannel", "text"],
  ["case.payChannel", "text"],
  ["case.officer", "text"],
];

type CaseKey = (cells: Cells, row: number, sink: FactSink) => number;

export function compileCase(plan: RowPlan): RowWriter {
  const [number, incident, title, brief] = [
    plan.text("case.number"),
    plan.text("case.incidentNumber"),
    plan.text("case.title"),
    plan.text("case.brief"),
  ];
  const attributes = compileAttributes(plan, caseAttributes);
  const unlisted = compileUnlisted(plan);
  const modus = compileModus(plan);
  const place = compilePlace(plan);
  const involved = compileInvolved(plan);
  const [suspects, victims] = [compileSide(plan, "suspect"), compileSide(plan, "victim")];
  const isNumbered = plan.has("case.number") || plan.has("case.incidentNumber");
  const writeCase = isNumbered ? compileCaseKey(plan, { number, incident, title }) : byRow(title);
  const write = (cells: Cells, row: number, sink: FactSink): RowFailure | null => {
    if (isNumbered && number(cells) === "" && incident(cells) === "")
      return reject("case-number-missing", plan.has("case.number") ? "case.number" : "case.incidentNumber");
    const lost = involved.lostTarget(cells);
    if (lost !== "") return reject("precision-lost", lost);
    const index = writeCase(cells, row, sink);
    attributes(cells, index, row, sink);
    modus(cells, index, row, sink);
    unlisted(cells, index, row, sink);
    const placeIndex = place.write(cells, row, sink);
    if (placeIndex >= 0) sink.link("at-place", index, placeIndex, row);
    involved.write(cells, index, row, sink);
    suspects(cells, index, row, sink);
    victims(cells, index, row, sink);
    writeBriefFacts(brief(cells), index, row, sink);
    return null;
  };
  return { write };
}

type Cell = (cells: Cells) => string;

/** Case and incident number of one row name the same case: one entity, under the case number. */
function compileCaseKey(plan: RowPlan, { number, incident, title }: Readonly<Record<"number" | "incident" | "title", Cell>>): CaseKey {
  const keyOf = compileOtherCase(plan);
  const heading = plan.headingOf("case.number");
  const incidentOf = new Map<string, string>();
  return (cells, row, sink) => {
    const [caseNumber, incidentNumber] = [number(cells), incident(cells)];
    if (caseNumber !== "" && incidentNumber !== "") {
      const known = incidentOf.get(caseNumber);
      if (known === undefined) incidentOf.set(caseNumber, incidentNumber);
      else if (known !== incidentNumber) plan.doubts.add("case-two-incidents", heading, caseNumber);
    }
    const key = keyOf(caseNumber, incidentNumber);
    const index = sink.entity("case", key || incidentNumber, title(cells), row);
    if (incidentNumber !== "") sink.attribute(index, "case.incidentNumber", incidentNumber, row);
    if (key !== caseNumber) sink.attribute(index, heading, caseNumber, row);
    return index;
  };
}

/** A case under a number that another one has already: named by its incident number, else by its number with the file that gave it. */
function compileOtherCase({ format, context }: RowPlan): (caseNumber: string, incidentNumber: string) => string {
  const { caseNumbers = {} } = format;
  const file = context.fileName.replace(/\.[^.]+$/, "");
  return (caseNumber, incidentNumber) =>
    caseNumber !== "" && caseNumbers[caseNumber] === "other" ? incidentNumber || `${caseNumber}·${file}` : caseNumber;
}

/** A sheet without any number: the place of the row in its source names the case. */
const byRow =
  (title: (cells: Cells) => string): CaseKey =>
  (cells, row, sink) =>
    sink.entity("case", `#${row}`, title(cells), row);

/** Each modus column is a feature of its own, named by its heading. */
function compileModus(plan: RowPlan) {
  const columns = plan.columns("modus");
  return (cells: Cells, index: number, row: number, sink: FactSink): void => {
    for (const { heading, get } of columns) for (const tag of splitTags(get(cells))) sink.attribute(index, `modus.${heading}`, tag, row);
  };
}

function compileSide(plan: RowPlan, side: "suspect" | "victim") {
  const people = compilePeople(plan, side);
  if (!["key", "name", "identityNumber"].some((part) => plan.has(`${side}.${part}`))) return () => {};
  return (cells: Cells, index: number, row: number, sink: FactSink): void => {
    for (const person of people.write(cells, row, sink)) sink.link("involved-in", person, index, row, { role: side });
  };
}
