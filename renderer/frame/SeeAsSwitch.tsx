// Whether people are seen as identities or as the records they were merged from; the same switch wherever people are listed or drawn.
import { useWords } from "../i18n/index.ts";
import { Segmented } from "../parts/index.ts";
import { type IdentityView, seeAs, useIdentities } from "../state/identities.ts";

export function SeeAsSwitch() {
  const t = useWords();
  const how = useIdentities((state) => state.seeAs);
  const options: { value: IdentityView["seeAs"]; text: string }[] = [
    { value: "identity", text: t("frame.seeAs.identity") },
    { value: "record", text: t("frame.seeAs.record") },
  ];
  return <Segmented label={t("frame.seeAs.label")} value={how} options={options} onChange={seeAs} />;
}
