// Decisions beside what meetings minuted.
import { DecisionLog } from "./DecisionLog.tsx";
import { MinuteLog } from "./MinuteLog.tsx";

export function LogPage() {
  return (
    <div className="cw-review-log">
      <DecisionLog />
      <MinuteLog />
    </div>
  );
}
