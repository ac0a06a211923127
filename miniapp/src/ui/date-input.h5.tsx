/** The day itself, in the browser: its own date field. Props shared with date-input.weapp.tsx. */
export interface DateInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  min: string;
  max: string;
  errorId?: string;
}

export function DateInput({ label, value, onChange, min, max, errorId }: DateInputProps) {
  return (
    <input
      className="el-input entry-input"
      type="date"
      aria-label={label}
      aria-invalid={errorId !== undefined}
      aria-describedby={errorId}
      value={value}
      min={min}
      max={max}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
