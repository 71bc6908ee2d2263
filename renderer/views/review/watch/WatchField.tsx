// A field of a form of watching, with what it is called before it.
export interface WatchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function WatchField({ label, value, onChange }: WatchFieldProps) {
  return (
    <label className="cw-watch-field">
      <span>{label}</span>
      <input className="cw-input" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
