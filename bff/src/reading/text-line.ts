/** A piece of text as it was found on a picture that stands upright. */
export interface TextLine {
  readonly text: string;
  /** For each character of `text` (by code point), how sure the model is: 0 to 1. */
  readonly confidences: readonly number[];
  /** Where it stands, in thousandths of the picture's longer side, after the slant of the lines was taken out. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** All that was found on a picture. */
export interface PictureText {
  readonly lines: readonly TextLine[];
  /** Contents of the QR codes. */
  readonly codes: readonly string[];
  /** How many of the texts run into the edge of the picture. */
  readonly atTheEdge: number;
  /** By how much it had to be turned clockwise to stand upright. */
  readonly turned: 0 | 90 | 180 | 270;
}
