// Persons: keyed by a valid identity number or a key that the source gives, else a record of their own row.
import type { FactSink } from "../factSink.ts";
import type { Cells, RowPlan } from "../rowPlan.ts";
import { splitNames } from "./values.ts";

export interface PeopleReader {
  /** Indexes of the persons that the row names; -1 stands where their number is lost. */
  readonly write: (cells: Cells, row: number, sink: FactSink) => readonly number[];
  readonly isStated: (cells: Cells) => boolean;
}

/** Reads `<prefix>.key`, `<prefix>.identityNumber`, `<prefix>.name`; a cell may hold several, matched by their order. */
export function compilePeople(plan: RowPlan, prefix: string): PeopleReader {
  const keyText = plan.text(`${prefix}.key`);
  const identityText = plan.text(`${prefix}.identityNumber`);
  const nameText = plan.text(`${prefix}.name`);
  const identities = plan.identifiers("identity-number", `${prefix}.identityNumber`);
  const write: PeopleReader["write"] = (cells, row, sink) => {
    const key = keyText(cells);
    const names = splitNames(nameText(cells));
    const numbers = identities.readAll(identityText(cells));
    if (key !== "") {
      const person = sink.entity("person", key, names.join("、"), row);
      for (const number of numbers) sink.repeatedAttribute(person, "person.identityNumber", number.key, row);
      return [withName(sink, person, names.join("、"), row)];
    }
    const count = Math.max(names.length, numbers.length);
    const people: number[] = [];
    for (let i = 0; i < count; i++) {
      const [name, number] = [names.length === 1 ? names[0]! : (names[i] ?? ""), numbers[i]];
      const suffix = prefix === "person" ? "" : `-${prefix}`;
      const recordKey = `#${row}${suffix}${count > 1 ? `-${i + 1}` : ""}`;
      const person = sink.entity("person", number?.isValid ? number.key : recordKey, name, row);
      if (number) sink.repeatedAttribute(person, "person.identityNumber", number.key, row);
      people.push(withName(sink, person, name, row));
    }
    return people;
  };
  return { write, isStated: (cells) => keyText(cells) !== "" || identityText(cells) !== "" || nameText(cells) !== "" };
}

function withName(sink: FactSink, person: number, name: string, row: number): number {
  sink.repeatedAttribute(person, "person.name", name, row);
  return person;
}
