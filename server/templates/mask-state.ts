/** What every part of the masker works on. */
import type { MaskBuffer } from './mask-buffer';
import type { Lookahead } from './mask-lookahead';
import type { TemplateToken } from './tokens';

/** The tokens of a file, what is known of them beforehand, and what is written over them. */
export interface MaskState {
  readonly tokens: readonly TemplateToken[];
  readonly ahead: Lookahead;
  readonly buffer: MaskBuffer;
}
