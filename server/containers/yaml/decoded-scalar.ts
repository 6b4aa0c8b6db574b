/** What any scalar of YAML is decoded to. */
import type { OffsetMap } from '../../text/offset-map';
import type { Retyping } from '../region';
import type { Traits } from '../traits';

/** The text of a scalar, and where each of its characters stands. */
export interface DecodedScalar {
  readonly text: string;
  readonly map: OffsetMap;
  /** Where the text stands in the file. */
  readonly start: number;
  readonly end: number;
  /**
   * A tab stands where the indentation should, a carriage return alone, which is a line break to YAML and none to TOML, or the block ends at a line that may have been meant for it: no YAML, and where the
   * block goes on is not certain. So nothing is written into it.
   */
  readonly isBroken?: boolean;
  readonly linesAboveFirst?: Traits['linesAboveFirst'];
  /** See literal.ts; only literal blocks can tell. */
  retyped?(change: Retyping): DecodedScalar | undefined;
}
