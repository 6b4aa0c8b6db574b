/** What the names of templates end in, behind the ending of what they give: `config.toml.j2`. */
export const TEMPLATE_ENDINGS = [
  'j2',
  'jinja',
  'jinja2',
  'tmpl',
  'gotmpl',
  'tpl',
  'template',
  'tftpl',
  'erb',
  'epp',
] as const;
