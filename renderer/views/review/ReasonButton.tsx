// A button that asks for a reason before it does what it says: ends a watch, takes a bundle out.
import { Popover } from "antd";
import { useState } from "react";
import type { IconName } from "../../parts/icons.ts";
import { Button } from "../../parts/index.ts";
import { reportError } from "../../state/toasts.ts";
import { ReasonForm } from "../group/ReasonForm.tsx";

interface ReasonButtonProps {
  readonly title: string;
  readonly icon?: IconName;
  /** Stays open where it is refused. */
  readonly onReason: (reason: string) => Promise<unknown>;
}

export function ReasonButton({ title, icon, onReason }: ReasonButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const act = (reason: string) => void onReason(reason).then(() => setOpen(false), reportError);
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" destroyOnHidden content={<ReasonForm title={title} onReason={act} />}>
      <Button small {...(icon ? { icon } : { tone: "text" as const })}>
        {title}
      </Button>
    </Popover>
  );
}
