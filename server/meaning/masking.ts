/** Which templates are masked in a text before it is parsed: by the name of its file, by its own signs, or by its place. */
import { regionCode } from '../containers/load';
import type { Traits } from '../containers/traits';
import { TEMPLATE_SIGNS, templateEnding } from '../templates/kinds';
import type { MaskedText } from '../templates/mask';

export type Mask = (text: string) => MaskedText;

const templateSigns = new RegExp(TEMPLATE_SIGNS);

/** `config.toml.in`, `config.template.toml`: somebody fills in what is missing before a runner reads it. */
const unfinishedName = /\.(?:template|in|dist|example|sample)(?:\.toml)?$|[.-](?:tpl|tmpl)\.toml$/i;

/**
 * Masks the templates of a whole file. A plain `config.toml` with `token = <TOKEN>` is no template: the runner refuses
 * it, so the placeholder is an error there.
 */
export function fileMask(uri: string): Mask {
  return (text) => maskFile(text, uri);
}

function maskFile(text: string, uri: string): MaskedText {
  const isUnfinished = templateEnding.test(uri) || unfinishedName.test(uri);
  if (templateSigns.test(text) || isUnfinished) {
    const { maskTemplates, TemplateText, templatedStyle } = regionCode();
    const template = new TemplateText(text);
    const style = templatedStyle(template, uri);
    if (style !== 'none' && (style !== 'shell' || isUnfinished)) return maskTemplates(template, style);
  }
  return { masked: text, readTo: text.length, templates: [], valueSpans: [] };
}

/** How the templates in a part of a file are masked. */
export function regionMask(traits: Traits): Mask {
  const { maskElidedLines, maskTemplates, TemplateText, templatedStyle } = regionCode();
  return (text) => {
    const template = new TemplateText(text);
    const told = templatedStyle(template);
    // Terraform or Ansible may write the file that Helm reads.
    const isOfOther = told !== 'none' && told !== 'go' && told !== 'shell' && (told !== 'jinja' || text.includes('{%'));
    const style = isOfOther && traits.templates !== 'shell' ? told : (traits.templates ?? told);
    const rendered = maskTemplates(template, style);
    return traits.elided ? { ...rendered, masked: maskElidedLines(rendered.masked) } : rendered;
  };
}
