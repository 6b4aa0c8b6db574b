/** Templates as the tests write them: a text and its language, or the name that tells it. */
import { type MaskedText, maskTemplates } from '../../../server/templates/mask';
import { templatedStyle } from '../../../server/templates/style';
import type { TemplateStyle } from '../../../server/templates/tag';
import { TemplateText } from '../../../server/templates/template-text';

export interface Told {
  readonly style?: TemplateStyle | undefined;
  readonly path?: string;
}

/** The masked text, in the language that is told, or that name and text tell. */
export function maskText(text: string, { style, path }: Told = {}): MaskedText {
  const template = new TemplateText(text);
  return maskTemplates(template, style ?? templatedStyle(template, path));
}

/** The language that name and text tell. */
export function styleOf(text: string, path?: string): TemplateStyle {
  return templatedStyle(new TemplateText(text), path);
}
