/** What is wrong with a place of a text, as plain data: no language, no position of an editor. */
import type { Code, Severity } from './code';
import type { Message } from './message';
import type { Span } from './span';

export interface Problem extends Span {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: Message;
  /** Address of the documentation or of the evidence. */
  readonly link?: string;
  /** The runner loads the file all the same; said where that of the code is not true of all its findings. */
  readonly loads?: true;
  readonly tags?: readonly ('deprecated' | 'unnecessary')[];
  readonly related?: readonly (Span & { readonly message: Message })[];
}
