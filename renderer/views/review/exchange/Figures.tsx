// The numbers of a bundle side by side.
import { formatCount } from "../../../parts/index.ts";

export interface Figure {
  readonly name: string;
  readonly count: number;
}

export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <div className="cw-figures cw-exchange-figures">
      {figures.map(({ name, count }) => (
        <div key={name}>
          <span>{name}</span>
          <b className="cw-number">{formatCount(count)}</b>
        </div>
      ))}
    </div>
  );
}
