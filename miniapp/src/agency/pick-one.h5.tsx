/** PickOne: one of many names, with the browser's own list. */
interface PickOneProps {
  label: string;
  names: readonly string[];
  at: number;
  onPick: (at: number) => void;
}

export function PickOne({ label, names, at, onPick }: PickOneProps) {
  return (
    <select
      className="pick-one"
      aria-label={label}
      value={at}
      onChange={(event) => onPick(Number(event.currentTarget.value))}
    >
      {names.map((name, i) => (
        <option key={name} value={i}>
          {name}
        </option>
      ))}
    </select>
  );
}
