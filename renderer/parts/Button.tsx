// Buttons: one primary a view, the rest quiet; the icon-only one carries its name for screen readers.
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import { KeyCap } from "./Values.tsx";

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "type"> {
  readonly tone?: "primary" | "normal" | "text" | "danger";
  readonly small?: boolean;
  readonly icon?: IconName;
  /** Shortcut shown in the button. */
  readonly shortcut?: string;
  readonly children?: ReactNode;
}

export function Button({ tone = "normal", small = false, icon, shortcut, children, className = "", ...rest }: ButtonProps) {
  return (
    <button type="button" className={`cw-button cw-button-${tone} ${small ? "cw-button-small" : ""} ${className}`} {...rest}>
      {icon && <Icon name={icon} size={15} />}
      {children !== undefined && <span className="cw-button-text">{children}</span>}
      {shortcut && <KeyCap>{shortcut}</KeyCap>}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "type" | "children"> {
  readonly icon: IconName;
  /** Name of the action: tooltip and accessible name. */
  readonly label: string;
  readonly pressed?: boolean;
}

export function IconButton({ icon, label, pressed, className = "", ...rest }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} aria-pressed={pressed} className={`cw-icon-button ${className}`} {...rest}>
      <Icon name={icon} size={17} />
    </button>
  );
}
