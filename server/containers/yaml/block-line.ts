/** The lines that a block scalar of YAML is made of. */

/** A line of a block scalar. */
export interface BlockLine {
  readonly start: number;
  /** How many spaces it starts with. */
  readonly spaces: number;
  /** Without the line break. */
  readonly end: number;
  /** 0 at the file's end, 1, or 2 for CRLF. */
  readonly breakLength: number;
  readonly blank: boolean;
}
