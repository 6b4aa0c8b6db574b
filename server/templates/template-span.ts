/** A piece of template text and what becomes of it. */
import type { Span } from '../text/span';

/** What the text of a template stands for; see template masking. */
export interface TemplateSpan extends Span {
  /** `expression`: gives text; `control`: if, else, end, loops, comments: gives none itself. */
  readonly kind: 'expression' | 'control';
}

/** A value, a string or a part of a key that template text is in, as a whole. */
export interface FilledSpan extends Span {
  /** `string`: it is one, quotes and all, whatever the template gives. `key`: a part of one. `value`: it may become anything. */
  readonly filled: 'string' | 'key' | 'value';
}
