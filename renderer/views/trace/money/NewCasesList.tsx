// Cases of the newest import, ticked, to follow the money of all their victims at once.
import { useState } from "react";
import type { NewCase } from "../../../../shared/workspace/calls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, type Column, DataTable, EmptyState, Panel } from "../../../parts/index.ts";
import { openTrace } from "../../../state/trace.ts";
import { useCaseColumns } from "../../caseColumns.tsx";

interface Ticks {
  readonly isTicked: (number: string) => boolean;
  readonly toggle: (number: string) => void;
}

function useColumns({ isTicked, toggle }: Ticks): readonly Column<NewCase>[] {
  const t = useWords();
  return [
    {
      key: "pick",
      title: t("trace.common.pickColumn"),
      width: "44px",
      render: (item) => (
        <input
          type="checkbox"
          aria-label={t("trace.start.pick", { case: item.case })}
          checked={isTicked(item.case)}
          onClick={(event) => event.stopPropagation()}
          onChange={() => toggle(item.case)}
        />
      ),
    },
    ...useCaseColumns(),
  ];
}

export function NewCasesList({ cases }: { readonly cases: readonly NewCase[] }) {
  const t = useWords();
  const [off, setOff] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const isTicked = (number: string) => !off.includes(number);
  const toggle = (number: string) => setOff((old) => (old.includes(number) ? old.filter((one) => one !== number) : [...old, number]));
  const columns = useColumns({ isTicked, toggle });
  const ticked = cases.map((item) => item.case).filter(isTicked);
  return (
    <Panel
      title={t("overview.cases.title")}
      tools={
        <Button
          small
          tone="primary"
          icon="route"
          disabled={ticked.length === 0}
          onClick={() => openTrace("money", ...ticked.map((one) => `case:${one}`))}
        >
          {t("trace.start.cases", { count: ticked.length })}
        </Button>
      }
    >
      {cases.length === 0 ? (
        <EmptyState icon="folder" title={t("overview.cases.none")} />
      ) : (
        <DataTable
          label={t("overview.cases.title")}
          columns={columns}
          rows={cases}
          keyOf={(item) => item.case}
          selectedKey={chosen}
          onSelect={(item) => setChosen(item.case)}
          onOpen={(item) => openTrace("money", `case:${item.case}`)}
        />
      )}
    </Panel>
  );
}
