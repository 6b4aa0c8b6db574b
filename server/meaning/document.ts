/** A text that holds a runner configuration, parsed when its parts are asked for; what every feature is asked about. */
import type { TextEdit as LspTextEdit, Position, Range } from 'vscode-languageserver-types';
import type { Region } from '../containers/region';
import type { Traits } from '../containers/traits';
import type { Branches } from '../templates/branches';
import type { Tag } from '../templates/tag';
import type { FilledSpan } from '../templates/template-span';
import type { TextEdit } from '../text/edit';
import type { Lines } from '../text/lines';
import type { TomlModel } from '../toml/model';
import type { Span, SyntaxProblem, TomlSyntax } from '../toml/syntax';

export interface ConfigDocument {
  readonly uri: string;
  /** The TOML text, templates not rendered. */
  readonly text: string;
  /** The lines of the TOML text; in YAML they are not those of the file. */
  readonly lines: Lines;
  readonly syntax: TomlSyntax;
  readonly model: TomlModel;
  /** Problems of the syntax and of what is defined twice, in the order of the text. */
  readonly syntaxProblems: readonly SyntaxProblem[];
  /** There is more in it than in any configuration: the rest is not read, or not told of. So nothing is changed in it. */
  readonly isOverfull: boolean;
  /** The part of the file that the text is; undefined when it is the whole file. */
  readonly region: Region | undefined;
  /** What the place of the text tells of it. */
  readonly traits: Traits;
  /** The text is rendered before the runner reads it: by its name, or because template text is in it. */
  readonly isTemplate: boolean;
  readonly templates: readonly Tag[];
  /** Values, strings and parts of keys that hold template text: what they will be is not known. */
  readonly templatedValues: readonly FilledSpan[];
  /** The branches of the templates; undefined where there are none. */
  readonly branches: Branches | undefined;
  /** Position in the file of an offset of the text: line from 0, character in UTF-16 units. */
  position(offset: number): Position;
  /** Offset in the text of a position in the file, clamped into the text. */
  offset(position: Position): number;
  range(span: Span): Range;
  /**
   * Another text in the same place, to try what an edit gives. Its offsets are its own: positions and edits of the file
   * cannot be asked of it.
   */
  withText(text: string): ConfigDocument;
  /** Lines of the text that stand apart in it, as one document; the placement tells where they are. */
  excerpt(text: string, placement: Placement): ConfigDocument;
  /**
   * A piece of the text, or what may stand in its place, parsed by itself: offsets and positions count from its beginning. It
   * holds nothing of the document that it came from, and may be kept when that is gone.
   */
  part(text: string): ConfigDocument;
  /** The same document as one of the texts that its templates may give. */
  rendered(masked: string): ConfigDocument;
  /**
   * Edits of the text that are made together as edits of the file: in YAML with the block's indentation. One for each in their
   * order, and perhaps more behind them; none where the text is not editable and one of them cannot stand there as it is.
   */
  edits(edits: readonly TextEdit[]): LspTextEdit[];
  /**
   * The edits of the file that write the text as a literal block, where it is not editable. None where it is, and where no block
   * can stand.
   */
  asLiteralBlock(): LspTextEdit[];
}

/** Where the text stands in its file. */
export type Placement = Pick<ConfigDocument, 'position' | 'offset' | 'edits'> &
  Partial<Pick<ConfigDocument, 'asLiteralBlock'>>;
