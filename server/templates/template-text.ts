/** A text that may be a template, cut into tokens once for all who ask: which language it is in, and what becomes of its tags. */
import { go } from './go';
import type { TemplateLanguage } from './language';
import { languages } from './languages';
import { type Lookahead, lookahead } from './mask-lookahead';
import type { TemplateStyle } from './tag';
import { type TemplateToken, templateTokens } from './tokens';

export interface TemplateTokens {
  readonly tokens: readonly TemplateToken[];
  readonly ahead: Lookahead;
}

export class TemplateText {
  private readonly read = new Map<TemplateLanguage, TemplateTokens>();

  constructor(readonly text: string) {}

  /** The tokens as a language has them. A text whose language is not known is read as Go's, which replaces least in strings. */
  tokens(style: TemplateStyle): TemplateTokens {
    const language = style === 'none' ? go : languages[style];
    const known = this.read.get(language);
    if (known) return known;
    const tokens = templateTokens(this.text, language);
    const found = { tokens, ahead: lookahead(tokens) };
    this.read.set(language, found);
    return found;
  }
}
