// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform and shells write their templates so
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { styleOf } from './templates';

describe('by the name of the file', () => {
  for (const [path, style] of [
    ['config.toml.j2', 'jinja'],
    ['config.jinja', 'jinja'],
    ['C:\\roles\\CONFIG.TOML.JINJA2', 'jinja'],
    ['config.toml.gotmpl', 'go'],
    ['config.toml.tmpl', 'go'],
    ['config.toml.tftpl', 'terraform'],
    ['config.toml.erb', 'erb'],
    ['config.toml.epp', 'erb'],
    ['config.toml.tpl', 'none'],
    ['config.toml', 'none'],
  ] as const) {
    it(path, () => assert.equal(styleOf('concurrent = 1\n', path), style));
  }

  it('an ending that several languages share: the text tells, strings too', () => {
    assert.equal(styleOf('a = "${name}"', 'x.tpl'), 'terraform');
    assert.equal(styleOf('a = "{{ getenv "NAME" }}"', 'x.tpl'), 'go');
    assert.equal(styleOf('a = "{{ name }}"', 'x.tmpl'), 'jinja');
    assert.equal(styleOf('a = "${NAME}"', 'x.tmpl'), 'shell');
    assert.equal(styleOf('{{ if .x }}\na = "${NAME}"\n{{ end }}', 'x.tpl'), 'go');
  });
});

describe('by the text of a .toml', () => {
  for (const [text, style] of [
    ['a = {{ x }}', 'jinja'],
    ['a = {{ .Values.x }}', 'go'],
    ['{{- if x }}\n{{- end }}', 'go'],
    ['{{ include "cache" . | indent 2 }}', 'go'],
    ['{% if x %}\na = 1\n{% endif %}', 'jinja'],
    ['a = [{% for v in vs %}"v",{% endfor %}]', 'jinja'],
    ['a = ${x}', 'terraform'],
    ['a = ${join(",", x)}', 'terraform'],
    ['a = ${CONCURRENT}', 'shell'],
    ['a = ${CONCURRENT:-4}', 'shell'],
    ['%{ if x }\na = 1\n%{ endif }', 'terraform'],
    ['a = <%= @x %>', 'erb'],
    ['a = $X', 'shell'],
    ['a = __X__', 'shell'],
    ['[runners.{{ .kind }}]', 'go'],
    ['a = glrt-{{ x }}', 'jinja'],
    ['a = "{{ x }}"', 'none'],
    ['a = "{{ x | default("b") }}"', 'jinja'],
    ['a = "{{ default "b" .x }}"', 'go'],
    ['a = "${lookup(x, "b")}"', 'terraform'],
    ['a = ["${A", "}"]', 'none'],
    ['# {{ x }}', 'none'],
    ["a = '''\n{% if x %}\n'''", 'none'],
    ['a = { b = 1 }', 'none'],
    ['a = {{ b = 1 }}', 'none'],
    ['export A=1\necho $A', 'none'],
  ] as const) {
    it(`${JSON.stringify(text)} is ${style}`, () => assert.equal(styleOf(text, 'config.toml'), style));
  }
});
