/** Reads a QR code out of a picture, in the browser. jsqr (46 KB) comes only when something is scanned. */
export async function decodeQr(image: ImageData): Promise<string | null> {
  const { default: jsQR } = await import('jsqr');
  return jsQR(image.data, image.width, image.height)?.data ?? null;
}
