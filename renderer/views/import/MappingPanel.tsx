// How a stored source was read: columns and their targets, constants, rules; as the JSON that the command line takes.
import type { SourceDetail } from "../../../shared/import/calls.ts";
import { targetsOf } from "../../../shared/import/mapping.ts";
import { targetWord } from "../../i18n/importWords.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, Panel, PlainTable } from "../../parts/index.ts";
import { RuleList } from "./RuleList.tsx";
import { saveText } from "./saveText.ts";

export function MappingPanel({ detail }: { readonly detail: SourceDetail }) {
  const t = useWords();
  const { mapping, source } = detail;
  const rows = Object.entries(mapping.columns).map(([heading, value]) => ({ heading, targets: targetsOf(value) }));
  const save = () => saveText(`${source.name}.mapping.json`, `${JSON.stringify(mapping, null, 1)}\n`, "application/json");
  return (
    <Panel
      className="cw-mapping-panel"
      isScrolled
      title={t("import.mappingPanel.title")}
      note={t("import.mappingPanel.note", { count: rows.length, headings: detail.headings.length })}
      tools={
        <Button small icon="download" onClick={save}>
          {t("import.mappingPanel.save")}
        </Button>
      }
    >
      <PlainTable
        rows={rows}
        keyOf={({ heading }) => heading}
        headKey="heading"
        columns={[
          { key: "heading", title: t("import.mapping.column"), render: ({ heading }) => heading },
          {
            key: "targets",
            title: t("import.mapping.target"),
            render: ({ targets }) => targets.map((target) => targetWord(t, target)).join(" · "),
          },
        ]}
      />
      <RuleList mapping={mapping} />
    </Panel>
  );
}
