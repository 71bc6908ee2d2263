// A clue becomes a case: a source of one row, read under a mapping like any other, so that every fact that its text tells has a row to cite.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { Mapping } from "../../../../shared/import/mapping.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import type { StoredClue } from "../../../../shared/review/assess/calls.ts";
import type { CaseDraft } from "../../../../shared/review/assess/caseDraft.ts";
import type { Params } from "../../../../shared/rpc/contract.ts";
import type { JobContext } from "../../handler.ts";
import { runImport } from "../../import/runImport.ts";
import { tellOf } from "../../import/tellOf.ts";
import { findCaseNumber } from "../../store/sqlite/tables/caseHead.ts";
import { readClue } from "./clue.ts";
import { draftCase, victimOf } from "./draftCase.ts";

/** What such sources are called, whatever language the screen speaks: the name is kept and cited. */
const typedName = "手工录入";

const targets = {
  案件编号: "case.number",
  报案时间: "case.reported",
  案件类别: "case.type",
  案发时间: "case.from",
  案发截止时间: "case.to",
  涉案金额: "case.loss",
  受害人: "victim.name",
  录入人: "case.officer",
  简要案情: "case.brief",
} as const;
const mapping: Mapping = { name: typedName, rowKind: "case", columns: targets };

const digitsOf = (at: number): string => isoTime(at).slice(0, 19).replace(/\D/g, "");

/** `手工20261126130512`; a second one in the same second has `-2`. */
function freshNumber({ db, clock }: JobContext): string {
  const number = `${typedName.slice(0, 2)}${digitsOf(clock())}`;
  for (let n = 1; ; n++) {
    const tried = n === 1 ? number : `${number}-${n}`;
    if (findCaseNumber(db, tried) === null) return tried;
  }
}

function requireFree({ db }: JobContext, number: string): string {
  if (findCaseNumber(db, number) !== null) throw new CaseweaveError("case-known", { case: number });
  return number;
}

const plain = (time: string): string => time.replace("T", " ");

/** As given, else as the text says. */
function saidOf({ type, from, to, loss }: Params<"assess.storeCase">, draft: CaseDraft): CaseDraft {
  return {
    type: type ?? draft.type,
    from: plain(from ?? draft.from),
    to: plain(to ?? (from === undefined ? draft.to : "")),
    loss: loss ?? draft.loss,
  };
}

export async function storeCase(params: Params<"assess.storeCase">, context: JobContext): Promise<StoredClue> {
  const { text, number } = params;
  const name = number === undefined ? freshNumber(context) : requireFree(context, number);
  const clue = readClue(context, text);
  const said = saidOf(params, draftCase(clue, context.clock()));
  const reported = plain(isoTime(context.clock()).slice(0, 19));
  const row = [name, reported, said.type, said.from, said.to, said.loss, victimOf(clue), context.user, text];
  const nothing = { paths: [], mapping: null, mappings: {}, as: null, skip: [], layouts: [] };
  const typed = { name: `${typedName} ${name}.csv`, headings: Object.keys(targets), rows: [row], mapping };
  const sources = await runImport(context, { ...nothing, typed }, { action: "assess.stored" });
  return { case: name, said, source: sources[0]!, ...(await tellOf(context, sources)) };
}
