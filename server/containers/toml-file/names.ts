/** By which languages and names a file may be TOML, or a template of it. */
import { TEMPLATE_ENDINGS } from '../../templates/kinds';

/**
 * What other programs' TOML is called. Our manifest contributes the name too, because VS Code has none: else a `*.toml` would
 * be plain text without a TOML extension, and to see it we would have to be activated by all plain text.
 */
export const TOML_LANGUAGE = 'toml';

/** What the names of templates end in, of TOML or of anything. */
export const TEMPLATE_PATTERN = `**/*.{${TEMPLATE_ENDINGS.join(',')}}`;

/**
 * What stands behind `.toml`, or a `.tftpl` whose name says nothing more. A `.sh.tftpl` or `.yaml.tftpl` says itself that it is no TOML,
 * whatever configuration is in it.
 */
const TEMPLATE_PATH = new RegExp(`\\.toml\\.(?:${TEMPLATE_ENDINGS.join('|')})$|(?:^|[\\\\/])[^\\\\/.]*\\.tftpl$`, 'i');

/** Whether a file is a template of TOML by its name. */
export function isTemplateOfToml(path: string): boolean {
  return TEMPLATE_PATH.test(path);
}

/** Whether a file is TOML by its name, or a template of it. */
export function isTomlName(path: string): boolean {
  return /\.toml$/i.test(path) || isTemplateOfToml(path);
}
