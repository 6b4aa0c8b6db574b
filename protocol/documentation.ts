/** Client asks server: where the documentation of what stands at a position is. */
import type { Position, TextDocumentIdentifier } from 'vscode-languageserver-types';

export const DOCUMENTATION_REQUEST = 'gitlabRunnerConfig/documentation';

export interface DocumentationParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}

/** Null: there is none. */
export type DocumentationResult = { readonly url: string } | null;
