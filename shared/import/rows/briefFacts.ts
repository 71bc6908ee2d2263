// Facts out of the free text of a brief: entity and involved-in link, each marked as "from the brief".
import type { BriefFinding } from "../briefSpan.ts";
import { extractBrief } from "../extractBrief.ts";
import type { FactSink } from "../factSink.ts";
import { involve, writeNetid } from "./involved.ts";

const roles: Readonly<Record<BriefFinding["role"], string>> = { offender: "offender", victim: "victim", neutral: "mentioned" };

export function writeBriefFacts(brief: string, caseIndex: number, row: number, sink: FactSink): void {
  const said = new Set<string>();
  for (const finding of extractBrief(brief)) {
    const name = `${finding.kind} ${finding.value} ${finding.role}`;
    if (finding.kind === "money" || said.has(name)) continue;
    said.add(name);
    const role = roles[finding.role];
    if (finding.kind === "netid" || finding.kind === "app")
      writeNetid(finding.value, finding.kind === "app" ? "app" : finding.subtype, caseIndex, role, "brief", row, sink);
    else involve(sink.entity(finding.kind, finding.value, "", row), caseIndex, role, "brief", row, sink);
  }
}
