/** Opens a PDF in a tab of its own, beside the case. */
export async function openPaper(load: () => Promise<ArrayBuffer>, name: string): Promise<void> {
  // Opened at once: after the answer has come, a browser would take it for a pop-up.
  const tab = window.open('', '_blank');
  try {
    const url = URL.createObjectURL(new Blob([await load()], { type: 'application/pdf' }));
    if (tab === null) download(url, name);
    else tab.location.href = url;
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  } catch (error) {
    tab?.close();
    throw error;
  }
}

function download(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.pdf`;
  link.click();
}
