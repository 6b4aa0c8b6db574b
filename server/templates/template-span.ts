/** A piece of template text and what becomes of it. */
import type { Span } from '../text/span';

/** What the text of a template stands for; see template masking. */
export interface TemplateSpan extends Span {
  /** `expression`: gives text; `control`: if, else, end, loops, comments: gives none itself. */
  readonly kind: 'expression' | 'control';
}
