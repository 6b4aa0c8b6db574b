import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import syntaxRules from '../../../schemas/rules/syntax.json';
import { type Message, message } from '../../../server/text/message';
import type { SyntaxCode } from '../../../server/toml/syntax';
import { problemsOf } from './reading';

/** A text with one mistake, the characters that the problem is on, and its message. */
const examples: readonly (readonly [SyntaxCode, string, string, Message])[] = [
  [
    'array-redefined',
    '[runners]\nname = "a"\n[[runners]]\nname = "b"\n',
    'runners',
    message('array-redefined', { name: 'runners' }),
  ],
  ['bad-date', 'a = 2026-02-30\n', '2026-02-30', message('bad-date', { text: '2026-02-30' })],
  ['bad-escape', 'builds_dir = "C:\\Users\\GitLab"\n', '\\U', message('bad-escape', { text: '\\U' })],
  ['bad-key', 'app/name = "x"\n', 'app/name', message('bad-key', { text: 'app/name' })],
  ['bad-number', 'limit = 010\n', '010', message('bad-number.leading-zero', { text: '010' })],
  ['bare-word', 'executor = docker\n', 'docker', message('bare-word', { quoted: '"docker"' })],
  ['capitalized-boolean', 'privileged = True\n', 'True', message('capitalized-boolean', { value: 'true' })],
  ['colon-for-equals', 'name: "x"\n', ':', message('colon-for-equals', { text: ':' })],
  [
    'control-character',
    'a = "b\u0000c"\n',
    '\u0000',
    message('control-character', { point: 'U+0000', digits: '0000' }),
  ],
  ['duplicate-key', 'a = 1\nb = 2\na = 3\n', 'a', message('duplicate-key', { name: 'a' })],
  ['elided-lines', '[[runners]]\n  ...\n', '...', message('elided-lines')],
  ['empty-header', '[]\n', '[]', message('empty-header')],
  [
    'foreign-format',
    'concurrent: 4\nrunners:\n  - name: x\n',
    'concurrent: 4',
    message('foreign-format', { format: 'YAML' }),
  ],
  ['header-spacing', '[ [runners]]\n', '[ [', message('header-spacing')],
  ['merge-conflict', '<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> topic\n', '<<<<<<< HEAD', message('merge-conflict')],
  ['missing-comma', 'a = ["x" "y"]\n', '"y"', message('missing-comma')],
  ['missing-equals', 'concurrent 4\n', 'concurrent', message('missing-equals', { name: 'concurrent' })],
  ['missing-key-name', 'docker. = 1\n', '.', message('missing-key-name')],
  ['missing-value', 'concurrent =\n', '=', message('missing-value', { name: 'concurrent' })],
  [
    'number-out-of-range',
    'a = 9223372036854775808\n',
    '9223372036854775808',
    message('number-out-of-range', { text: '9223372036854775808' }),
  ],
  ['placeholder', 'token = <TOKEN>\n', '<TOKEN>', message('placeholder', { text: '<TOKEN>' })],
  ['redefined-table', '[a]\nb = 1\n[a]\nc = 1\n', 'a', message('redefined-table', { name: 'a' })],
  ['smart-quotes', 'name = “x”\n', '“x”', message('smart-quotes')],
  ['template-text', 'token = {{ runner_token }}\n', '{{ runner_token }}', message('template-text')],
  ['text-after-header', '[[runners]] first\n', 'first', message('text-after-header')],
  ['text-after-value', 'a = 1 b = 2\n', 'b = 2', message('text-after-value.key')],
  ['unclosed-array', 'a = ["x",\nb = 1\n', '[', message('unclosed-array')],
  ['unclosed-header', '[[runners]\n', '[[runners]', message('unclosed-header', { bracket: ']]' })],
  ['unclosed-inline-table', 'a = { b = 1\nc = 1\n', '{', message('unclosed-inline-table')],
  ['unexpected-character', 'a = 1\n}\n', '}', message('unexpected-character.bracket', { text: '}' })],
  ['unexpected-comma', 'a = ["x",, "y"]\n', ',', message('unexpected-comma')],
  ['unterminated-string', 'a = "x\nb = 1\n', '"x', message('unterminated-string', { quote: '"' })],
  ['wrong-comment', '// the runner\na = 1\n', '// the runner', message('wrong-comment')],
];

describe('one mistake, one problem, on the exact characters', () => {
  for (const [code, text, characters, wanted] of examples) {
    it(code, () => {
      const problems = problemsOf(text);
      assert.deepEqual(
        problems.map((problem) => ({
          code: problem.code,
          characters: text.slice(problem.start, problem.end),
          message: problem.message,
        })),
        [{ code, characters, message: wanted }],
      );
    });
  }

  it('every code has an example', () => {
    assert.deepEqual(
      examples.map(([code]) => code),
      [...Object.keys(syntaxRules), 'duplicate-key'].sort(),
    );
  });
});

describe('two independent mistakes are two problems', () => {
  for (const [index, [code, text]] of examples.entries()) {
    // What makes a whole file something else is no mistake of one line.
    if (code === 'merge-conflict' || code === 'foreign-format') continue;
    const [otherCode, otherText] = examples[(index + 7) % examples.length] as (typeof examples)[number];
    if (otherCode === 'merge-conflict' || otherCode === 'foreign-format') continue;
    it(`${code} and ${otherCode}`, () => {
      // Other names in the second text, so that nothing is defined twice by being put together.
      const other = otherText.replaceAll('runners', 'others').replace(/\b([abc])\b(?=[\] ]|: )/g, 'second_$1');
      const found = problemsOf(`${text}[between]\n${other}`).map((problem) => problem.code);
      assert.deepEqual(found, [code, otherCode]);
    });
  }
});
