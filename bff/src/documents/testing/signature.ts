/** A PNG like those that the signing page sends: dark strokes on a transparent ground. */
import sharp from 'sharp';

export async function signaturePng(): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><g fill="none" stroke="#111" stroke-width="9" stroke-linecap="round">
    <path d="M40 70 Q90 40 130 66 T110 140 M60 110 Q110 96 160 108 M150 50 Q130 130 180 160"/>
    <path d="M230 60 Q300 50 350 58 M285 40 Q290 120 250 160 M300 90 Q340 130 370 150"/>
    <path d="M420 66 Q480 52 540 64 M450 46 L450 88 M505 44 L505 86 M430 110 Q490 96 550 112 M480 92 Q478 150 420 172 M486 116 Q520 160 560 168"/>
  </g></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
}
