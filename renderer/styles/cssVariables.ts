// Tokens as CSS variables: --cw-surface, --cw-text2, --cw-size-body, --cw-u (the unit length), --cw-t (the unit of what is as wide as its text).
import { fontFamily, type Tokens } from "./tokens.ts";

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Variable → value, sorted as the tokens stand. */
export function cssVariablesOf({ palette, scale, rowHeight }: Tokens): Record<string, string> {
  const variables: Record<string, string> = { "--cw-font": fontFamily };
  for (const [name, value] of Object.entries(palette)) {
    if (typeof value === "string") variables[`--cw-${kebab(name)}`] = value;
  }
  palette.seq.forEach((colour, step) => {
    variables[`--cw-seq${step}`] = colour;
  });
  for (const name of ["tick", "small", "body", "title", "page", "figure"] as const) variables[`--cw-size-${name}`] = `${scale[name]}px`;
  variables["--cw-u"] = `${scale.unit}px`;
  variables["--cw-t"] = `${scale.body / 13}px`;
  variables["--cw-control"] = `${scale.control}px`;
  variables["--cw-control-small"] = `${scale.controlSmall}px`;
  variables["--cw-row"] = `${rowHeight}px`;
  return variables;
}

/** Puts the tokens on the document. Set through the object model, so no inline style has to pass the content policy. */
export function applyTokens(tokens: Tokens, root: HTMLElement): void {
  for (const [name, value] of Object.entries(cssVariablesOf(tokens))) root.style.setProperty(name, value);
  root.dataset.theme = tokens.theme;
  root.style.colorScheme = tokens.theme === "dark" ? "dark" : "light";
}
