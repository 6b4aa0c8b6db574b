/**
 * What is known of each language of templates before anything is read: what the names of its files end in, and its signs. How its tags
 * are read stands in languages.ts, which is loaded with the first template.
 */

interface TemplateKind {
  readonly style: string;
  /** What the names of its templates alone end in. */
  readonly endings: readonly string[];
  /** What its tags begin with; other languages may have the same sign. */
  readonly signs: readonly string[];
  /** The sign that no other language has, and what it is a sign in where it stands in a string. */
  readonly own?: { readonly sign: string; readonly inStrings: RegExp };
}

/** The first whose own sign is in a text is its language. */
const kinds = [
  { style: 'jinja', endings: ['j2', 'jinja', 'jinja2'], signs: ['{{'], own: { sign: '{%', inStrings: /\{%/ } },
  { style: 'go', endings: ['gotmpl'], signs: ['{{'] },
  { style: 'erb', endings: ['erb', 'epp'], signs: [], own: { sign: '<%', inStrings: /<%/ } },
  {
    style: 'terraform',
    endings: ['tftpl'],
    signs: ['${'],
    own: { sign: '%{', inStrings: /%\{~?\s{0,8}(?:if|for)\b/ },
  },
  { style: 'shell', endings: [], signs: ['${'] },
] as const satisfies readonly TemplateKind[];

export type KnownStyle = (typeof kinds)[number]['style'];

export const templateKinds: readonly (TemplateKind & { readonly style: KnownStyle })[] = kinds;

/** What the names of templates end in that may be of any language; `.template` may also be a file that nobody has filled in. */
const OF_ANY = ['tmpl', 'tpl'];

const endings = [...templateKinds.flatMap((kind) => kind.endings), ...OF_ANY];

/** What the names of templates end in, behind the ending of what they give: `config.toml.j2`. */
export const TEMPLATE_ENDINGS: readonly string[] = [...endings, 'template'];

/** Endings of files that are templates. */
export const templateEnding = new RegExp(`\\.(?:${endings.join('|')})$`, 'i');

const signs = [...new Set(templateKinds.flatMap(({ signs, own }) => (own ? [own.sign, ...signs] : signs)))];

/** A pattern of what the tags of any language begin with. */
export const TEMPLATE_SIGNS = signs.map((sign) => sign.replace(/[^\w\s]/g, '\\$&')).join('|');
