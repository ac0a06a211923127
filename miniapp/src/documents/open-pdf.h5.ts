/** Shows a PDF in a new tab; where the browser opens none, saves it. Interface shared with open-pdf.weapp.ts. */

/** Long enough for the new tab to have read it. */
const KEPT_MS = 120_000;

/** Call it straight from a tap: the tab is opened before the PDF is fetched, or browsers take it for an advertisement. */
export async function openPdf(name: string, fetchPdf: () => Promise<ArrayBuffer>): Promise<void> {
  const tab = window.open('', '_blank');
  try {
    const address = URL.createObjectURL(new Blob([await fetchPdf()], { type: 'application/pdf' }));
    setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
    if (tab !== null && !tab.closed) tab.location.replace(address);
    else save(address, name);
  } catch (error) {
    tab?.close();
    throw error;
  }
}

function save(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.pdf`;
  link.click();
}
