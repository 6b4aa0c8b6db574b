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
  readonly tags?: readonly ('deprecated' | 'unnecessary')[];
  readonly related?: readonly (Span & { readonly message: Message })[];
}
