/** Saves a file among the downloads. Interface shared with save-file.weapp.ts. */

/** Long enough for the browser to have read it. */
const KEPT_MS = 60_000;

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;

/** What this client can do something with. */
export const savesCsv = true;

export async function saveFile(
  name: string,
  kind: keyof typeof types,
  load: () => Promise<ArrayBuffer>,
): Promise<void> {
  const address = URL.createObjectURL(new Blob([await load()], { type: types[kind] }));
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.${kind}`;
  link.click();
}
