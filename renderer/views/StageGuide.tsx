// A stage that is worked from other places: what is there of it already, and where to go on.
import type { ReactNode } from "react";
import { PageTitle, Panel } from "../parts/index.ts";

export interface GuideStep {
  readonly key: string;
  readonly text: ReactNode;
  readonly action: ReactNode;
}

export interface StageGuideProps {
  readonly title: string;
  readonly note: string;
  readonly panelTitle: string;
  readonly steps: readonly GuideStep[];
  readonly children: ReactNode;
}

export function StageGuide({ title, note, panelTitle, steps, children }: StageGuideProps) {
  return (
    <div className="cw-page">
      <PageTitle title={title} note={note} />
      <div className="cw-guide">
        {children}
        <Panel title={panelTitle}>
          <ul className="cw-guide-steps">
            {steps.map((step) => (
              <li key={step.key}>
                <span>{step.text}</span>
                {step.action}
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </div>
  );
}
