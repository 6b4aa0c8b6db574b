/** By which languages and names a file may be TOML, or a template of it. */
import { TEMPLATE_ENDINGS } from '../../templates/endings';

/**
 * What other programs' TOML is called. Our manifest contributes the name too, because VS Code has none: else a `*.toml` would
 * be plain text without a TOML extension, and to see it we would have to be activated by all plain text.
 */
export const TOML_LANGUAGE = 'toml';

/** Those that stand behind `.toml`; a `.tftpl` need not say what it gives. */
const endings = TEMPLATE_ENDINGS.filter((ending) => ending !== 'tftpl');

/** What the names of templates end in. */
export const TEMPLATE_PATTERNS = [`**/*.toml.{${endings.join(',')}}`, '**/*.tftpl'] as const;

/** The patterns above. A `.sh.tftpl` or `.yaml.tftpl` says itself that it is no TOML, whatever configuration is in it. */
const TEMPLATE_PATH = new RegExp(`\\.toml\\.(?:${TEMPLATE_ENDINGS.join('|')})$|(?:^|[\\\\/])[^\\\\/.]*\\.tftpl$`, 'i');

/** Whether a file is a template of TOML by its name. */
export function isTemplateOfToml(path: string): boolean {
  return TEMPLATE_PATH.test(path);
}

/** Whether a file is TOML by its name, or a template of it. */
export function isTomlName(path: string): boolean {
  return /\.toml$/i.test(path) || isTemplateOfToml(path);
}
