/** A template that holds more than any configuration is read up to a bound, and nothing false is said of where that is. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDocument } from '../../../server/check/check';
import { createDocument } from '../../../server/meaning/create-document';
import { MAXIMUM_TEMPLATE_TOKENS } from '../../../server/templates/tokens';
import { SLACK } from '../../slack';
import { context } from '../findings';

const HEAD = '[[runners]]\n  name = "a"\n';
const many = (part: string) => part.repeat(MAXIMUM_TEMPLATE_TOKENS / 2);

const texts: Readonly<Record<string, readonly [name: string, text: string]>> = {
  'conditionals on lines': ['a.toml.j2', HEAD + many('{% if a %}\nx = 1\n{% else %}\ny = 1\n{% endif %}\n')],
  'conditionals on one line': ['a.toml.tpl', `${HEAD}x = "${many('{{ if .a }}{{ else }}{{ end }}')}"\n`],
  'values in one string': ['a.toml.j2', `${HEAD}x = "${many('{{a}}{{b}}')}"\n`],
  'values in a list': ['a.toml.j2', `${HEAD}environment = [\n${many('{{ a }},\n')}]\n`],
  comments: ['a.toml.j2', HEAD + many('# {{ a }} {{ b }}\n')],
  placeholders: ['a.toml.in', HEAD + many('a = <A>\n')],
};

for (const [what, [name, text]] of Object.entries(texts))
  describe(what, () => {
    const document = createDocument(`file:///project/${name}`, text);
    it('the rest is not read', () => {
      const from = process.cpuUsage();
      assert.ok(document.isOverfull);
      assert.ok(document.templates.length <= MAXIMUM_TEMPLATE_TOKENS);
      const { user, system } = process.cpuUsage(from);
      assert.ok((user + system) / 1000 < 4000 * SLACK, 'a line with many tags is searched for its end once');
    });
    it('that is told, and nothing else', () => {
      const found = checkDocument(document, context).map(({ code }) => code);
      assert.equal(found.at(-1), 'too-many-problems');
      assert.ok(
        !found.some((code) => code === 'unclosed-array' || code === 'missing-equals' || code === 'missing-key'),
      );
    });
  });

it('one of a usual size is read as a whole', () => {
  const document = createDocument('file:///project/a.toml.j2', HEAD + '  a = "{{ a }}"\n'.repeat(10_000));
  assert.equal(document.syntax.readTo, document.text.length);
  assert.equal(document.templates.length, 10_000);
});
