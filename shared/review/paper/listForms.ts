// A list cut by who acts on it: each institution's own form, with the head that it files the form by.
import { decimalOf } from "../../model/money.ts";
import type { ListLine } from "../../trace/lists/listLine.ts";
import { type FormName, formTable, sumFen, unitOf } from "./formTable.ts";
import { institutionOf } from "./institution.ts";
import { clockText, groupDigits, longGap } from "./plainText.ts";
import type { Say } from "./say.ts";
import type { Table } from "./table.ts";

export interface ListForm {
  /** 工商银行, as its sheet is called. */
  readonly institution: string;
  /** 致…, who asks, on what ground. */
  readonly heading: readonly string[];
  readonly table: Table;
}

/** What the head of every form says. */
export interface FormHead {
  /** Moment of the list as it is printed. */
  readonly asOf: string;
  /** Who asks; "" where the workspace's unit has no name: a gap to fill in. */
  readonly unit: string;
}

const groundKeys: Readonly<Record<FormName, string>> = {
  stop: "export.form.stopGround",
  freeze: "export.form.freezeGround",
  return: "export.form.returnGround",
  request: "export.form.requestGround",
};

/** Which stop it is, where all are the same. */
function roundsText(lines: readonly ListLine[], say: Say): string {
  const rounds = [...new Set(lines.map(({ round }) => round))];
  return rounds.length === 1 && rounds[0] !== null ? say("export.form.round", { round: rounds[0] }) : say("export.form.roundsVary");
}

/** Until when a measure holds that is taken at the moment of the list: not that of a freeze which stands already. */
function untilText(lines: readonly ListLine[]): string {
  const taken = lines.find(({ reason, deadline }) => reason !== "frozen" && deadline !== null) ?? lines[0];
  return clockText(taken?.deadline ?? null).slice(0, 16);
}

function headingOf(list: FormName, institution: string, lines: readonly ListLine[], { asOf, unit }: FormHead, say: Say): readonly string[] {
  const sum = groupDigits(decimalOf(sumFen(lines)));
  const values = { from: asOf.slice(0, 16), until: untilText(lines), rounds: roundsText(lines, say) };
  return [
    say("export.form.to", { institution, count: lines.length, sum, unit: unitOf(lines[0]?.currency, say) }),
    say("export.form.asker", { unit: unit === "" ? longGap : unit }),
    say(groundKeys[list], values),
  ];
}

/** The largest sum first; accounts whose bank nobody knows stand last, under a name that says so. */
export function listForms(list: FormName, lines: readonly ListLine[], head: FormHead, say: Say): ListForm[] {
  const groups = [...Map.groupBy(lines, institutionOf)].sort(
    ([a, x], [b, y]) => Number(a === "") - Number(b === "") || sumFen(y) - sumFen(x) || (a < b ? -1 : 1),
  );
  return groups.map(([name, own]) => {
    const institution = name === "" ? say("export.form.bankUnknown") : name;
    return { institution, heading: headingOf(list, institution, own, head, say), table: formTable(list, own, say) };
  });
}
