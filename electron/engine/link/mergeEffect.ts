// What merging two entities, or parting them, does to the linkage.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { MergeEffect } from "../../../shared/link/calls.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import type { JobContext } from "../handler.ts";
import { countCasesOfEntity } from "../store/sqlite/tables/caseIdentifiers.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";
import { listMemberIds } from "../store/sqlite/tables/identityOf.ts";
import type { IdentityChange } from "../store/sqlite/tables/judgedIdentity.ts";
import { type MergeEffectInput, noEffect } from "./mergeEffectTask.ts";
import { databaseOf, keep } from "./runLink.ts";
import { readStandingRun } from "./standingRun.ts";

export async function previewMerge(
  context: JobContext,
  {
    a,
    b,
    verdict,
    minBits,
  }: { readonly a: string; readonly b: string; readonly verdict: IdentityChange["verdict"]; readonly minBits: number },
): Promise<MergeEffect> {
  const idOf = (ref: string) => {
    const { kind, key } = parseEntityRef(ref);
    const entity = readEntity(context.db, kind, key);
    if (!entity) throw new CaseweaveError("entity-unknown", { entity: ref });
    return entity.id;
  };
  const [one, other] = [idOf(a), idOf(b)];
  // Most people are in no case: then nothing has to be read.
  const cases = [...listMemberIds(context.db, one), ...listMemberIds(context.db, other)].reduce(
    (sum, id) => sum + countCasesOfEntity(context.db, id),
    0,
  );
  if (cases < 2) return noEffect(minBits);
  const standing = readStandingRun(context.db, context.workspace);
  const input: MergeEffectInput = { ...databaseOf(context), standing, change: { verdict, a: one, b: other }, minBits };
  return await context.jobs.run<MergeEffect>("mergeEffect", input, { signal: context.signal, report: context.report, keep });
}
