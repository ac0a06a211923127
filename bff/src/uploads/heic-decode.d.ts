/** heic-decode 2.1 comes without types, and @types/heic-decode does not know the size that is told before decoding. */
declare module 'heic-decode' {
  interface DecodedPicture {
    readonly width: number;
    readonly height: number;
    /** RGBA. */
    readonly data: Uint8ClampedArray;
  }
  interface HeicPicture {
    readonly width: number;
    readonly height: number;
    readonly decode: () => Promise<DecodedPicture>;
  }
  const decodeHeic: {
    readonly all: (input: { readonly buffer: Uint8Array }) => Promise<HeicPicture[] & { readonly dispose: () => void }>;
  };
  export default decodeHeic;
}
