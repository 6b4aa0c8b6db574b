/** What a document can be to us, by its language and its name alone: every document that VS Code opens is asked this. */
import { LANGUAGE_ID } from '../server/containers/toml-file/recognition';

/**
 * - `configuration`: TOML, or plain text with a name that promises TOML
 * - `template`: a template of TOML in the language of the template engine's extension
 * - `yaml`: YAML with a configuration in it, perhaps
 * - `markdown`: Markdown with examples in it, perhaps; only if the user wants it
 */
export type DocumentKind = 'configuration' | 'template' | 'yaml' | 'markdown';

/**
 * Languages of YAML: VS Code's own, of which `dockercompose` is given by the name of the file; the one that the Kubernetes and
 * the Helm extensions share; and Ansible's.
 */
export const YAML_LANGUAGES = ['yaml', 'helm', 'dockercompose', 'ansible'] as const;

export const MARKDOWN_LANGUAGE = 'markdown';

/**
 * What other programs' TOML is called. Our manifest contributes the name too, because VS Code has none: else a `*.toml` would
 * be plain text without a TOML extension, and to see it we would have to be activated by all plain text.
 */
export const TOML_LANGUAGE = 'toml';

/** What the names of templates end in. */
export const TEMPLATE_PATTERNS = [
  '**/*.toml.{j2,jinja,jinja2,tmpl,gotmpl,tpl,template,erb,epp}',
  '**/*.tftpl',
] as const;

/** The patterns above. A `.sh.tftpl` or `.yaml.tftpl` says itself that it is no TOML, whatever configuration is in it. */
const TEMPLATE_PATH =
  /\.toml\.(?:j2|jinja2?|tmpl|gotmpl|tpl|template|erb|epp)$|(?:^|[\\/])[^\\/.]*(?:\.toml)?\.tftpl$/i;

/** The kind of a document; undefined for one that cannot be ours. */
export function kindOf(languageId: string, path: string): DocumentKind | undefined {
  if (languageId === LANGUAGE_ID || languageId === TOML_LANGUAGE) return 'configuration';
  if ((YAML_LANGUAGES as readonly string[]).includes(languageId)) return 'yaml';
  if (languageId === MARKDOWN_LANGUAGE) return 'markdown';
  const isTemplate = TEMPLATE_PATH.test(path);
  if (languageId === 'plaintext') return isTemplate || /\.toml$/i.test(path) ? 'configuration' : undefined;
  return isTemplate ? 'template' : undefined;
}
