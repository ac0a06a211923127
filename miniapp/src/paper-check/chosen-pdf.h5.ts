/** A PDF that the person chooses, read on the phone and sent nowhere. Interface shared with chosen-pdf.weapp.ts. */

/** Null when nothing was chosen. Call it straight from a tap. */
export async function chosenPdf(): Promise<Uint8Array | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'application/pdf,.pdf';
  const file = await new Promise<File | null>((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
  return file === null ? null : new Uint8Array(await file.arrayBuffer());
}
