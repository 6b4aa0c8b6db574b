/** What each row of a document is, which level it goes to, and whether it stays as it is. */
import type { ConfigDocument } from '../../meaning/document';
import type { Row } from './rows';

/**
 * What a row is. `inner`: the second and later rows of a value. `foreign`: none of the others, such as the markers of a
 * merge conflict.
 */
export type RowKind = 'blank' | 'comment' | 'header' | 'pair' | 'inner' | 'foreign';

/** A level that is not known: the row keeps its indentation. */
export const UNKNOWN = -1;

/** What is known of the rows of a document. */
export interface Layout {
  readonly document: ConfigDocument;
  readonly rows: readonly Row[];
  readonly kinds: RowKind[];
  /** For each row its level, {@link UNKNOWN} where there is doubt; for a blank row, that of a statement typed there. */
  readonly levels: number[];
  /** Rows with a syntax error, and all other rows of their statement: they stay exactly as they are. */
  readonly frozen: boolean[];
  /** For each row the level of keys of the table it is in. */
  readonly keyLevels: number[];
  /** How many rows at the start stand on a lower level than elsewhere; see `outdentFirstTables` of layout.ts. */
  readonly outdented: number;
}
