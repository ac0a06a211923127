/** Where the QR of a paper leads, without the host: the link that lies over it says the same. */
export function pageOfQr(pdf: Buffer): string {
  const [, link] = /\/URI \(https?:\/\/[^/)]*(\/[^)]*)\)/.exec(pdf.toString('latin1')) ?? [];
  if (link === undefined) throw new Error('no link in the PDF');
  return link;
}

/** The verification code of a paper, from the same link. */
export function codeOnPaper(pdf: Buffer): string {
  const [, code] = /\/URI \(.*?[?&]code=([0-9A-Z]+)/.exec(pdf.toString('latin1')) ?? [];
  if (code === undefined) throw new Error('no link to the verification page in the PDF');
  return code;
}
