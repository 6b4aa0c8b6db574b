/** A template of YAML as the YAML that its structure is read from. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { maskYaml } from '../../../../server/containers/yaml/mask';
import { counted } from '../../../counted';
import { SHARED } from '../../../shared';

const shared = SHARED;
const withShared = existsSync(shared) ? {} : { skip: `${shared} is not here` };

const masks = (yaml: string, expected: string) => {
  assert.equal(maskYaml(yaml), expected);
  assert.equal(maskYaml(yaml.replaceAll('\n', '\r\n')), expected.replaceAll('\n', '\r\n'));
};

describe('an action in a line', () => {
  it('is letters', () => masks('name: {{ include "x: y" . }}-a\n', `name: ${'x'.repeat(22)}-a\n`));
  it('also in quotes, in a key, of Terraform', () => {
    masks('{{ .a }}: "{{ "b" }}"\n', 'xxxxxxxx: "xxxxxxxxx"\n');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Terraform's
    masks('a: ${b ? "c: d" : "e"}\n', 'a: xxxxxxxxxxxxxxxxxxx\n');
  });
  it('over more lines leaves nothing of them', () =>
    masks('a: {{ dict\n  "b: c" }}\nd: e\n', 'a: xxxxxxx\n           \nd: e\n'));
  it('that is being typed takes nothing that follows', () =>
    masks('a: {{ b\nc: d\ne: {{ f }}\n', 'a: xx b\nc: d\ne: xxxxxxx\n'));
});

describe('lines of control', () => {
  it('are comments', () => masks('{{- if .a }}\nb: c\n{{- end }}\n', '#xxxxxxxxxxx\nb: c\n#xxxxxxxxx\n'));
  it('stay in the block that goes on below', () =>
    masks('a: |\n  b\n{{- if .c }}\n  d\n{{- end }}\ne: f\n', 'a: |\n  b\n  #xxxxxxxxx\n  d\n#xxxxxxxxx\ne: f\n'));
  it('are blank where they are too short for that', () =>
    masks('      a: |\n        b\n{{c}}\n        d\n', '      a: |\n        b\n     \n        d\n'));
  it('tell the indentation of a block that they begin', () =>
    masks('a: |\n  {{ if b }}\n    c\n  d\n', 'a: |\n  #xxxxxxxxx\n    c\n  d\n'));
  it('over more lines', () => masks('{{/*\n a: b\n*/}}\nc: d\n', '#xxx\n #xxx\n#xxx\nc: d\n'));
});

it('text without templates is left alone', () => {
  const yaml = 'a: {b: {c: d}}\ne: "$f"\n';
  assert.equal(maskYaml(yaml), yaml);
});

it('every template of the corpus keeps its length and its line breaks', withShared, () => {
  for (const folder of ['corpus/yaml', 'corpus/templated', 'seeds'])
    for (const name of counted(readdirSync(join(shared, folder)).filter((each) => /\.ya?ml/.test(each)))) {
      const yaml = readFileSync(join(shared, folder, name), 'utf8');
      assert.equal(maskYaml(yaml).replace(/[^\r\n]/g, ' '), yaml.replace(/[^\r\n]/g, ' '), name);
    }
});
