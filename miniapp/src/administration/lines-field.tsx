/** LinesField: several short texts, one a line. */
import { TextField } from '../ui/text-field';

interface LinesFieldProps {
  label: string;
  hint?: string;
  lines: readonly string[];
  onChange: (lines: readonly string[]) => void;
}

export function LinesField({ label, hint, lines, onChange }: LinesFieldProps) {
  return (
    <TextField
      label={label}
      hint={hint}
      kind="paragraph"
      maxLength={3000}
      value={lines.join('\n')}
      onChange={(typed) => onChange(typed.split('\n'))}
    />
  );
}
