/**
 * Templates whose names do not say that they give TOML: `values.yaml.gotmpl`, `user_data.tpl`, `runner.conf.j2`. The ending before the
 * last one tells, and else the text.
 */
import { TEMPLATE_ENDINGS } from '../templates/kinds';
import { containerKinds, containerOfLanguage, containerOfName, type KnownContainer } from './kinds';
import { isTomlName, TOML_LANGUAGE } from './toml-file/names';
import { isTemplateOfOther, LANGUAGE_ID } from './toml-file/recognition';
import { isPlainlyConfiguration } from './yaml/places-evidence';

const TEMPLATE_NAME = new RegExp(`\\.(?:${TEMPLATE_ENDINGS.join('|')})$`, 'i');

/** Whether a file is a template by its name, of whatever. */
export function isTemplateName(path: string): boolean {
  return TEMPLATE_NAME.test(path);
}

/** What a template gives, where that is a file around configurations. */
export function containerOfTemplate(path: string, text: string): KnownContainer | undefined {
  if (!isTemplateName(path) || (isTomlName(path) && !isTemplateOfOther(path, text))) return undefined;
  const container = containerOfName(path) ?? containerKinds.find(({ beginning }) => beginning?.test(text));
  // Only examples are in a page.
  return container?.setting ? undefined : container;
}

/** Whether a template gives something else than a configuration. */
export function isForeignTemplate(path: string, text: string): boolean {
  if (isTomlName(path)) return isTemplateOfOther(path, text);
  return isTemplateName(path) && !isPlainlyConfiguration(text);
}

/** What a document is around configurations: its language tells, and of a template in whatever language its name and its text. */
export function containerOfDocument(path: string, languageId: string, text: string): KnownContainer | undefined {
  if (languageId === LANGUAGE_ID || languageId === TOML_LANGUAGE) return undefined;
  return containerOfLanguage(languageId) ?? containerOfTemplate(path, text);
}
