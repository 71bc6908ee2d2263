// The records behind a member of a ring: as identities how many there are, as records each of them.
import type { NamedEntity } from "../../../shared/group/ringCalls.ts";
import { useWords } from "../../i18n/index.ts";
import { formatCount, Tag } from "../../parts/index.ts";
import { useIdentities } from "../../state/identities.ts";
import { EntityButton } from "./ringNames.tsx";

interface Props {
  readonly member: NamedEntity;
  /** All records of the identity, none where it stands alone. */
  readonly records: readonly string[];
}

export function MemberRecords({ member, records }: Props) {
  const t = useWords();
  const how = useIdentities((state) => state.seeAs);
  if (records.length < 2) return <EntityButton one={member} />;
  if (how === "identity") {
    return (
      <>
        <EntityButton one={member} /> <Tag tone="accent">{t("ring.member.records", { n: formatCount(records.length) })}</Tag>
      </>
    );
  }
  return (
    <span className="cw-ring-records">
      {records.map((entity) => (
        <EntityButton key={entity} one={entity === member.entity ? member : { entity, kind: member.kind, label: "" }} />
      ))}
    </span>
  );
}
