export interface Picture {
  readonly width: number;
  readonly height: number;
  /** 0xRRGGBB, row by row. */
  readonly colours: Uint32Array;
}

export function withPalette(png: Buffer, size?: number): Buffer;
export function decode(png: Buffer): Picture;
