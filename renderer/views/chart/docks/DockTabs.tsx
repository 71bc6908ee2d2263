// The strip of tabs of a dock; arrow keys walk, what belongs to the view stands at the right.
import type { ReactNode } from "react";

export interface DockTabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly word: string }[];
  readonly active: Id;
  readonly onChoose: (id: Id) => void;
  readonly children?: ReactNode;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

export function DockTabs<Id extends string>({ label, tabs, active, onChoose, children }: DockTabsProps<Id>) {
  const walk = (step: number, strip: Element) => {
    const place = (tabs.findIndex(({ id }) => id === active) + step + tabs.length) % tabs.length;
    onChoose(tabs[place]!.id);
    strip.querySelectorAll<HTMLElement>("[role=tab]")[place]?.focus();
  };
  return (
    <header className="cw-dock-head">
      <div
        role="tablist"
        aria-label={label}
        className="cw-dock-tabs"
        onKeyDown={(event) => {
          const step = steps[event.key];
          if (step === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          walk(step, event.currentTarget);
        }}
      >
        {tabs.map(({ id, word }) => (
          <button
            key={id}
            type="button"
            role="tab"
            aria-selected={id === active}
            tabIndex={id === active ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {word}
          </button>
        ))}
      </div>
      <div className="cw-dock-tools">{children}</div>
    </header>
  );
}
