/** A piece of a file as it stands in storage: bytes `start` to before `end`. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** A piece, and the part of it that is taken: from its own byte `from` to before its own byte `to`. */
export interface Taken<P extends Piece> {
  readonly piece: P;
  readonly from: number;
  readonly to: number;
}

/**
 * Which pieces make up bytes 0 to before `length`, in order; undefined when there is a gap.
 *
 * Two processes may both have stored a piece for the same place, of different lengths, and only one was acknowledged;
 * both are bytes of the same file, so any that close the gap will do, and the farthest-reaching is taken. The SHA-256
 * of the whole says whether it was right.
 */
export function cover<P extends Piece>(pieces: readonly P[], length: number): readonly Taken<P>[] | undefined {
  const taken: Taken<P>[] = [];
  for (let at = 0; at < length;) {
    const next = pieces
      .filter(({ start, end }) => start <= at && end > at)
      .reduce<P | undefined>((best, piece) => (best === undefined || piece.end > best.end ? piece : best), undefined);
    if (next === undefined) return undefined;
    const end = Math.min(next.end, length);
    taken.push({ piece: next, from: at - next.start, to: end - next.start });
    at = end;
  }
  return taken;
}
