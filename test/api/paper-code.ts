/** The verification code of a paper, from the link that lies over its QR. */
export function codeOnPaper(pdf: Buffer): string {
  const [, code] = /\/URI \(.*?[?&]code=([0-9A-Z]+)/.exec(pdf.toString('latin1')) ?? [];
  if (code === undefined) throw new Error('no link to the verification page in the PDF');
  return code;
}
