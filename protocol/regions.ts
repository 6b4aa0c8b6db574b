/** Client asks server: the configurations in a document, whatever it is. */
import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-types';

export const REGIONS_REQUEST = 'gitlabRunnerConfig/regions';

export interface RegionsParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface RegionsResult {
  readonly regions: readonly FoundRegion[];
}

/** A configuration in a document. */
export interface FoundRegion {
  /** Of the text in the file. */
  readonly range: Range;
  /** The TOML, without the indentation that the file gives it. */
  readonly text: string;
  /** The keys that lead to it. */
  readonly path: readonly string[];
}
