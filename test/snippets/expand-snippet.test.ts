// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written with the same dollar and braces
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandSnippet } from './expand-snippet';

const examples: [string, string, string][] = [
  ['plain text', 'a = 1', 'a = 1'],
  ['a tab stop is empty', 'a = "$1"$0', 'a = ""'],
  ['a tab stop in braces too', 'a = "${1}b"', 'a = "b"'],
  ['a default', 'a = ${1:10}', 'a = 10'],
  ['a default within a default', '${1:a = ${2:10}}', 'a = 10'],
  ['the first of a choice', '${1|docker,shell|}', 'docker'],
  ['an option with escaped characters', '${1|a\\,b\\|c\\\\,d|}', 'a,b|c\\'],
  ['a mirror has the default of its tab stop', '${1:28}-cli $1-dind', '28-cli 28-dind'],
  ['even before it', '$1-dind ${1:28}-cli', '28-dind 28-cli'],
  ['escapes', '\\$1 ${1:{\\}} \\\\ C:\\cache', '$1 {} \\ C:\\cache'],
  ['a brace outside of a placeholder', '{"a":{"${1:b}":1}}', '{"a":{"b":1}}'],
  ['a dollar that begins nothing', 'a$ $- 5$', 'a$ $- 5$'],
  ['an unknown variable', 'x${TM_NONE}y$TM_NONE', 'xy'],
  ['the default of a variable', '${TM_NONE:a ${1:b}}', 'a b'],
];
for (const [name, snippet, text] of examples) {
  test(`expands ${name}`, () => assert.equal(expandSnippet(snippet).text, text));
}

test('takes the answers that it is given', () => {
  const answers = { at: new Map([[1, 'shell']]), variables: { TM_FILENAME: 'config.toml' } };
  assert.equal(expandSnippet('# $TM_FILENAME\n${1|docker,shell|} $1', answers).text, '# config.toml\nshell shell');
});

test('joins lines, and tells tab stops in the order of the text and the options of choices', () => {
  const { text, tabstops, choices } = expandSnippet(['${2:a ${3:b}} $2', '${1|x,y|}$0']);
  assert.equal(text, 'a b a b\nx');
  assert.deepEqual(tabstops, [2, 3, 1, 0]);
  assert.deepEqual([...choices], [[1, ['x', 'y']]]);
});

for (const malformed of ['${1:a', '${1', '${1|a,b}', '${1|a,|}', '${1/a/b/}', '${NAME/a/b/}']) {
  test(`refuses ${malformed}`, () => assert.throws(() => expandSnippet(malformed), SyntaxError));
}
