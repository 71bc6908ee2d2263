// Refuses kinds that neither the vocabulary nor the graph has: an empty answer would look like a finding.
import { CaseweaveError, type ErrorCode } from "../../../shared/errors.ts";
import { kindKeys, linkKeys } from "../../../shared/look/vocabularyKeys.ts";
import { nearestWord } from "../../../shared/nearestWord.ts";
import type { GraphReader, KindCount } from "./graphReader.ts";

function refuseUnknown(code: ErrorCode, asked: readonly string[], vocabulary: readonly string[], present: readonly KindCount[]): void {
  const known = [...new Set([...vocabulary, ...present.map(({ kind }) => kind)])];
  const small = new Set(known.map((kind) => kind.toLowerCase()));
  const unknown = asked.find((kind) => !small.has(kind.toLowerCase()));
  if (unknown === undefined) return;
  throw new CaseweaveError(code, { kind: unknown, near: nearestWord(unknown, known), known: known.sort().join(", ") });
}

interface AskedKinds {
  readonly kind?: string | null;
  readonly links?: readonly string[] | null | undefined;
}

/** The graph is counted only where the vocabulary of charts does not know the word. */
export async function requireKnownKinds(reader: Pick<GraphReader, "readCounts">, { kind = null, links = null }: AskedKinds): Promise<void> {
  const strangeKind = kind !== null && !(kind in kindKeys);
  const strangeLinks = (links ?? []).filter((link) => !(link.toLowerCase() in linkKeys));
  if (!strangeKind && strangeLinks.length === 0) return;
  const { nodes, links: present } = await reader.readCounts();
  if (strangeKind) refuseUnknown("kind-unknown", [kind], Object.keys(kindKeys), nodes);
  refuseUnknown("link-kind-unknown", strangeLinks, Object.keys(linkKeys), present);
}
