/** Saves an .xlsx among the downloads. Interface shared with save-workbook.weapp.ts. */

/** Long enough for the browser to have read it. */
const KEPT_MS = 60_000;

export async function saveWorkbook(name: string, load: () => Promise<ArrayBuffer>): Promise<void> {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const address = URL.createObjectURL(new Blob([await load()], { type }));
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.xlsx`;
  link.click();
}
