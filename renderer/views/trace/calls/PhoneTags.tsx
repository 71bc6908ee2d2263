// What a number is besides its calls: public, in cases and as what, both ways, late at night.
import type { PhoneFacts } from "../../../../shared/trace/movementCalls.ts";
import { suspectRoles } from "../../../../shared/trace/phoneRoles.ts";
import { useWords } from "../../../i18n/index.ts";
import { roleKeys, wordOf } from "../../../i18n/vocabulary.ts";
import { Tag } from "../../../parts/index.ts";

export function PhoneTags({ role, cases, public: reason }: PhoneFacts) {
  const t = useWords();
  if (reason !== null) return <Tag>{t("trace.calls.public")}</Tag>;
  if (role === null) return null;
  return (
    <Tag tone={suspectRoles.includes(role) ? "contra" : "neutral"}>
      {t("trace.calls.roleIn", { role: wordOf(t, roleKeys, role), cases: cases.length })}
    </Tag>
  );
}
