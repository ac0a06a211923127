/** What the pad can do with the canvas, on either target. */
export interface SignatureSurface {
  clear(): void;
  /** Length of all strokes in CSS pixels. */
  inkLength(): number;
  png(): Promise<ArrayBuffer>;
}

export interface SignatureCanvasProps {
  label: string;
  /** Called once the canvas can be drawn on, and with null when it goes away. */
  onSurface: (surface: SignatureSurface | null) => void;
  onStrokeEnd: () => void;
}
