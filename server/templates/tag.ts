/** What a piece of template text does, read from its own text: `{{ if x }}`, `{% endfor %}`, `${name}`, `<%= @url %>`. */
import type { KnownStyle } from './kinds';
import type { TemplateSpan } from './template-span';

export type TemplateStyle = KnownStyle | 'none';

/** Whether a tag begins a conditional or a loop, begins its next branch, ends it, or none of these. */
export type TagRole = 'open' | 'middle' | 'close' | 'none';

export interface TagMeaning {
  readonly kind: TemplateSpan['kind'];
  readonly role: TagRole;
  /** What an open tag begins and a close tag ends (`if`, `for`); empty where the language has one word for all ends. */
  readonly block: string;
  /** What stands in the block that the tag begins is rendered elsewhere, wherever it is asked for. */
  readonly elsewhere: boolean;
}

/** A piece of template text, from its first delimiter to its last. */
export interface Tag extends TemplateSpan, TagMeaning {}

/** Gives text. */
export const EXPRESSION: TagMeaning = { kind: 'expression', role: 'none', block: '', elsewhere: false };

/** Gives no text, and begins and ends nothing. */
export const SILENT: TagMeaning = { kind: 'control', role: 'none', block: '', elsewhere: false };

/** A tag that begins, divides or ends a block. */
export function control(role: TagRole, block = '', elsewhere = false): TagMeaning {
  return { kind: 'control', role, block, elsewhere };
}
