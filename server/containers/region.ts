/** A part of a file that is runner configuration, and where each of its characters stands in the file. */
import type { TextEdit } from '../text/edit';
import type { OffsetMap } from '../text/offset-map';
import type { Span } from '../text/span';
import type { Traits } from './traits';

/** A change of a file: what stood in a span was replaced. */
export interface Retyping {
  /** The file afterwards. */
  readonly source: string;
  /** Before. */
  readonly span: Span;
  /** By how much the file has grown. */
  readonly grown: number;
}

export interface Region {
  /** The TOML text as it would reach the runner, templates not rendered. */
  readonly text: string;
  readonly map: OffsetMap;
  /** The span in the file. */
  readonly host: Span;
  /** What the place of the text tells of it. */
  readonly traits: Traits;
  /** The keys that lead to the text. */
  readonly path?: readonly string[];
  /** The last of those keys in the file. */
  readonly key?: Span;
  /**
   * The region after a change inside of it, where that is known without reading the file anew; what stands around it has stayed as it
   * was.
   */
  retyped?(change: Retyping): Region | undefined;
  /**
   * The edits of the file that make the text editable: a literal block. Only of one that is not; none where no block can stand,
   * or where other text would suffer.
   */
  asLiteralBlock?(): readonly TextEdit[];
}
