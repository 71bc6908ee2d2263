// The list of what was found about sightings, with the open line in full beside it.
import { type ReactNode, useState } from "react";
import type { Listed } from "../../../../shared/trace/companionCalls.ts";
import { type Column, DataTable, Panel } from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { selectEntities } from "../../../state/selection.ts";
import { ShownCount } from "./MeetFrame.tsx";

interface FoundSplitProps<T> {
  readonly title: string;
  readonly found: Listed<T> | null;
  readonly more: () => void;
  readonly columns: readonly Column<T>[];
  readonly keyOf: (line: T) => string;
  /** Whom a line is about: selected with it, the first of them opened on a chart. */
  readonly partiesOf: (line: T) => readonly [string, ...string[]];
  /** Drawn anew for each line. */
  readonly detail: (line: T) => ReactNode;
}

/** Nothing while nothing was found. */
export function FoundSplit<T>({ title, found, more, columns, keyOf, partiesOf, detail }: FoundSplitProps<T>) {
  const [chosen, setChosen] = useState<string | null>(null);
  const open = found?.lines.find((line) => keyOf(line) === chosen) ?? found?.lines[0];
  if (found === null || open === undefined) return null;
  return (
    <div className="cw-trace-split">
      <Panel title={title} tools={<ShownCount found={found} more={more} />}>
        <DataTable
          label={title}
          columns={columns}
          rows={found.lines}
          keyOf={keyOf}
          selectedKey={keyOf(open)}
          onSelect={(line) => {
            setChosen(keyOf(line));
            selectEntities([...partiesOf(line)]);
          }}
          onOpen={(line) => goTo("chart", partiesOf(line)[0])}
        />
      </Panel>
      {detail(open)}
    </div>
  );
}
