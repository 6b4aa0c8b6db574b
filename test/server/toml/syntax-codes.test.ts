import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { syntaxCodes } from '../../../server/toml/messages';
import type { SyntaxCode } from '../../../server/toml/syntax';
import { problemsOf } from './reading';

/** A text with one mistake, the characters that the problem is on, and its message. */
const examples: readonly (readonly [SyntaxCode, string, string, string])[] = [
  [
    'array-redefined',
    '[runners]\nname = "a"\n[[runners]]\nname = "b"\n',
    'runners',
    '`[[runners]]` starts one more of several tables, but `runners` is already defined as something else. Use the same kind of brackets in every `runners` header.',
  ],
  [
    'bad-date',
    'a = 2026-02-30\n',
    '2026-02-30',
    '`2026-02-30` is not a valid date or time. Write it as 2026-01-31T08:30:00Z, or put it in quotes if it is meant as text.',
  ],
  [
    'bad-escape',
    'builds_dir = "C:\\Users\\GitLab"\n',
    '\\U',
    '`\\U` is not an escape sequence. Double the backslash, or put the whole text in single quotes, where backslashes are plain.',
  ],
  [
    'bad-key',
    'app/name = "x"\n',
    'app/name',
    '`app/name` cannot be a key without quotes: bare keys hold letters, digits, `_` and `-` only.',
  ],
  [
    'bad-number',
    'limit = 010\n',
    '010',
    '`010` is not a valid number. Remove the leading zero; an octal number starts with `0o`.',
  ],
  ['bare-word', 'executor = docker\n', 'docker', 'Text values need quotes: write "docker".'],
  ['capitalized-boolean', 'privileged = True\n', 'True', 'Booleans are lower case: write `true`.'],
  ['colon-for-equals', 'name: "x"\n', ':', 'A key and its value are separated by `=`: write `=` in place of `:`.'],
  [
    'control-character',
    'a = "b\u0000c"\n',
    '\u0000',
    'Control character U+0000 is not allowed here. Remove it; in double quotes it can be written as `\\u0000`.',
  ],
  ['duplicate-key', 'a = 1\nb = 2\na = 3\n', 'a', '`a` is already defined in this table. Remove one of the two.'],
  [
    'elided-lines',
    '[[runners]]\n  ...\n',
    '...',
    'Lines were left out here. The runner refuses the file until this is removed or filled in.',
  ],
  ['empty-header', '[]\n', '[]', 'A table header needs a name between its brackets, such as `[runners.docker]`.'],
  [
    'foreign-format',
    'concurrent: 4\nrunners:\n  - name: x\n',
    'concurrent: 4',
    'This is YAML, not TOML. The runner reads TOML only: write `key = value` lines below `[table]` headers.',
  ],
  [
    'header-spacing',
    '[ [runners]]\n',
    '[ [',
    'The two brackets of `[[` and of `]]` must touch: remove the space between them.',
  ],
  [
    'merge-conflict',
    '<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> topic\n',
    '<<<<<<< HEAD',
    'A merge conflict is not resolved. Keep one side and remove the marker lines.',
  ],
  ['missing-comma', 'a = ["x" "y"]\n', '"y"', 'A comma is missing before this item.'],
  ['missing-equals', 'concurrent 4\n', 'concurrent', '`concurrent` needs `=` and a value after it.'],
  [
    'missing-key-name',
    'docker. = 1\n',
    '.',
    'A name is missing here: a key, and each part of a dotted key, needs one.',
  ],
  [
    'missing-value',
    'concurrent =\n',
    '=',
    '`concurrent` has no value. Write one after `=` on the same line, or remove the line.',
  ],
  [
    'number-out-of-range',
    'a = 9223372036854775808\n',
    '9223372036854775808',
    '`9223372036854775808` does not fit into 64 bits: the largest integer is 9223372036854775807. Put it in quotes if it is meant as text.',
  ],
  [
    'placeholder',
    'token = <TOKEN>\n',
    '<TOKEN>',
    '`<TOKEN>` stands for a value that is not filled in: the runner does not start with it. Write the value, in quotes if it is text.',
  ],
  [
    'redefined-table',
    '[a]\nb = 1\n[a]\nc = 1\n',
    'a',
    '`a` is already defined. Put the keys of both places into one, or remove one of the two.',
  ],
  ['smart-quotes', 'name = “x”\n', '“x”', 'Typographic quotes do not delimit a string. Use straight quotes: `"`.'],
  [
    'template-text',
    'token = {{ runner_token }}\n',
    '{{ runner_token }}',
    'Template text is not TOML: render the template before the runner reads the file.',
  ],
  [
    'text-after-header',
    '[[runners]] first\n',
    'first',
    'Nothing but a comment, which starts with `#`, may follow a header on its line. Remove this.',
  ],
  ['text-after-value', 'a = 1 b = 2\n', 'b = 2', 'Each key needs a line of its own. Put a line break before this one.'],
  ['unclosed-array', 'a = ["x",\nb = 1\n', '[', 'This array is not closed: `]` is missing.'],
  ['unclosed-header', '[[runners]\n', '[[runners]', 'This header is not closed: `]]` is missing.'],
  ['unclosed-inline-table', 'a = { b = 1\nc = 1\n', '{', 'This inline table is not closed: `}` is missing.'],
  ['unexpected-character', 'a = 1\n}\n', '}', 'There is no open bracket for this `}`. Remove it.'],
  ['unexpected-comma', 'a = ["x",, "y"]\n', ',', 'There is no item before this comma. Remove it.'],
  ['unterminated-string', 'a = "x\nb = 1\n', '"x', 'This string is not closed: `"` is missing at its end.'],
  ['wrong-comment', '// the runner\na = 1\n', '// the runner', 'A comment starts with `#`.'],
];

describe('one mistake, one problem, on the exact characters', () => {
  for (const [code, text, characters, message] of examples) {
    it(code, () => {
      const problems = problemsOf(text);
      assert.deepEqual(
        problems.map((problem) => ({
          code: problem.code,
          characters: text.slice(problem.start, problem.end),
          message: problem.message,
        })),
        [{ code, characters, message }],
      );
    });
  }

  it('every code has an example', () => {
    assert.deepEqual(
      examples.map(([code]) => code),
      [...syntaxCodes].sort(),
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
