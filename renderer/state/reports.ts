// Reports that are composed: where they are in the address, and the changes that the desk makes.
import type { ReportChange } from "../../shared/review/reportDraft.ts";
import type { ReportKind } from "../../shared/review/reportKinds.ts";
import { engine } from "../rpc/engine.ts";
import { goTo } from "./navigation.ts";

export const reportPrefix = "report:";

export const openReport = (id: string): void => goTo("review", `${reportPrefix}${id}`);

export async function beginReport(kind: ReportKind, subject: string, name: string): Promise<void> {
  openReport((await engine.call("review.createReport", { kind, subject, name })).id);
}

export async function changeReport(id: string, change: ReportChange): Promise<void> {
  await engine.call("review.changeReport", { id, change });
}
