import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SLACK } from '../slack';

interface EnterRule {
  beforeText: string;
  afterText: string;
  action: { indent: 'none' | 'indent'; appendText?: string };
}

const configuration = JSON.parse(readFileSync('language-configuration.json', 'utf8'));

/** What VS Code makes of Enter at the `|`: its own rules first, then an open bracket before the cursor, then the same indentation. */
function pressEnter(marked: string): string {
  const cursor = marked.indexOf('|');
  const before = marked.slice(0, cursor);
  const after = marked.slice(cursor + 1);
  const indentation = /^\s*/.exec(before)?.[0] ?? '';
  const rules: EnterRule[] = configuration.onEnterRules;
  const rule = rules.find(
    ({ beforeText, afterText }) => new RegExp(beforeText).test(before) && new RegExp(afterText).test(after),
  );
  if (rule !== undefined) {
    const deeper = rule.action.indent === 'indent' ? '  ' : '';
    return `${before}\n${indentation}${deeper}${rule.action.appendText ?? ''}|${after}`;
  }
  const brackets: [string, string][] = configuration.brackets;
  for (const [open, close] of brackets) {
    if (!before.trimEnd().endsWith(open)) continue;
    if (after.trimStart().startsWith(close)) return `${before}\n${indentation}  |\n${indentation}${after.trimStart()}`;
    return `${before}\n${indentation}  |${after}`;
  }
  return `${before}\n${indentation}|${after}`;
}

const examples: [string, string, string][] = [
  ['the keys of a runner stand two deeper than its header', '[[runners]]|', '[[runners]]\n  |'],
  ['and those of its tables two deeper again', '  [runners.docker]|', '  [runners.docker]\n    |'],
  ['one indented by tabs gets a tab more, whatever that is wide', '\t[runners.docker]|', '\t[runners.docker]\n\t  |'],
  ['a header with a comment', '[session_server] # web terminal|', '[session_server] # web terminal\n  |'],
  ['a comment after the cursor moves along', '[runners.docker]| # c', '[runners.docker]\n  | # c'],
  ['a quoted segment', '[runners.docker."a]b"]|', '[runners.docker."a]b"]\n  |'],
  ['a pair keeps its depth', '    image = "alpine"|', '    image = "alpine"\n    |'],
  ['an element of an array is no header', '    [true]|', '    [true]\n    |'],
  ['nor is an array of strings', '    ["a", "b"],|', '    ["a", "b"],\n    |'],
  ['nor a test in a script', '  [ -n "$CI" ]|', '  [ -n "$CI" ]\n  |'],
  ['an array opens', '    volumes = [|', '    volumes = [\n      |'],
  ['between the brackets of an array', '    volumes = [|]', '    volumes = [\n      |\n    ]'],
  ['an array opens before a comment', '    volumes = [ # c|', '    volumes = [ # c\n      |'],
  ['an inline table opens', '    tmpfs = {|', '    tmpfs = {\n      |'],
  ['a comment that is split goes on', '  # one |two', '  # one \n  # |two'],
  ['before a space too', '# one| two', '# one\n#| two'],
  ['a comment after a pair that is split goes on', 'a = "x#y" # one |two', 'a = "x#y" # one \n# |two'],
  ['the end of a comment is its end', '  # one|', '  # one\n  |'],
  ['a number sign in a string is no comment', 'a = "x # |y"', 'a = "x # \n|y"'],
];
for (const [name, before, after] of examples) {
  test(`Enter: ${name}`, () => assert.equal(pressEnter(before), after));
}

test('pasting is left alone', () => {
  // With indentationRules VS Code shifts pasted blocks to the depth of the line above, which is wrong before every header.
  assert.equal(configuration.indentationRules, undefined);
});

test('a word is a key, a flag or an executor; a dotted name is one, so that the list for it is made once', () => {
  const { pattern, flags } = configuration.wordPattern;
  const words = `tls-ca-file = "docker+machine" # FF_X "\${HOME}" 镜像, -5`.match(new RegExp(pattern, `${flags}g`));
  assert.deepEqual('[runners.docker.sysctls]'.match(new RegExp(pattern, `${flags}g`)), ['runners.docker.sysctls']);
  assert.deepEqual(words, ['tls-ca-file', 'docker+machine', 'FF_X', 'HOME', '镜像', '5']);
});

test('the rules are regular expressions that take no time on a long line', () => {
  const line = `a = ${'"x", '.repeat(20_000)}"`;
  const start = performance.now();
  assert.equal(pressEnter(`${line}|`), `${line}\n|`);
  assert.ok(performance.now() - start < 500 * SLACK);
});

test('brackets and quotes close, quotes not inside strings and comments', () => {
  const pairs: { open: string; close: string; notIn: string[] }[] = configuration.autoClosingPairs;
  assert.deepEqual(
    pairs.map(({ open, close }) => open + close),
    ['[]', '{}', '""', "''", '""""""', "''''''"],
  );
  for (const { notIn } of pairs) assert.deepEqual(notIn, ['string', 'comment']);
});
