// Fields that both forms of watching have.
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

/** The last moment of the day where one sits. */
export const endOfDay = (day: string): number | null => (day === "" ? null : new Date(`${day}T23:59:59`).getTime());
