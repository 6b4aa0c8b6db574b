import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Message, message } from '../../../server/text/message';
import { counted } from '../../counted';
import { problemsOf, shown } from './reading';

/** A full-width character in place of a plain one. */
const wide = (character: string): string => `unexpected-character ⟦${character}⟧`;

/** Mistakes as people make them, and what is reported: the cause, once, and nothing that only follows from it. */
const mistakes: Record<string, readonly (readonly [string, ...string[]])[]> = {
  'a quote too many or too few': [
    ['name = x"\nurl = "y"\n', 'bare-word ⟦x"⟧'],
    ['name = "a" b"\nurl = "y"\n', 'text-after-value ⟦b"⟧'],
    ['name = "say "hello" to"\nurl = "y"\n', 'text-after-value ⟦hello" to"⟧'],
    ['a = ["a, "b"]\nurl = "y"\n', 'unterminated-string ⟦"a, "b"⟧'],
    ['a = ["a, "b", "c"] # note\nurl = "y"\n', 'unterminated-string ⟦"a, "b", "c"⟧'],
    ['a = ["a", "b, "c"]\nurl = "y"\n', 'unterminated-string ⟦"b, "c"⟧'],
    ['a = ["a", "b]\nurl = "y"\n', 'unterminated-string ⟦"b⟧'],
    ['a = [\n  "a",\n  "b,\n  "c"\n]\n', 'unterminated-string ⟦"b⟧'],
    ['a = [\n  "a",\n  "b\n]\n', 'unterminated-string ⟦"b⟧'],
    ['a = { b = "x, c = 1 }\nurl = "y"\n', 'unterminated-string ⟦"x, c = 1⟧'],
    ['a = { b = "x, c = "y" }\nurl = "y"\n', 'unterminated-string ⟦"x, c = "y"⟧'],
    ['"name = "x"\nurl = "y"\n', 'missing-equals ⟦"name = "⟧'],
    ['["runners]\nurl = "y"\n', 'unterminated-string ⟦"runners]⟧'],
    ['a = “x”\nb = "y”\n', 'smart-quotes ⟦“x”⟧', 'smart-quotes ⟦”⟧'],
    ['a = [“x, y”, “z”]\n', 'smart-quotes ⟦“x, y”⟧', 'smart-quotes ⟦“z”⟧'],
    ['a = “a\'b"c”\nb = 1\n', 'smart-quotes ⟦“a\'b"c”⟧'],
    ['a = “don’t”\n', 'smart-quotes ⟦“don’t”⟧'],
    ['a = ‘don’t’ # it’s\n', 'smart-quotes ⟦‘don’t’⟧'],
    ['a = [“x", “y"]\n', 'smart-quotes ⟦“x"⟧', 'smart-quotes ⟦“y"⟧'],
    ['a = „x“\nb = «y»\n', 'smart-quotes ⟦„x“⟧', 'smart-quotes ⟦«y»⟧'],
    ['a = [["a"b], 1]\nb = 1\n', 'unterminated-string ⟦"a"b⟧'],
    ['a = [["a"b], [2]]\nb = 1\n', 'unterminated-string ⟦"a"b⟧'],
    ['a = [[1], ["a"b]]\nb = 1\n', 'unterminated-string ⟦"a"b⟧'],
    ['a = { b = ["x"y], c = 1 }\nb = 1\n', 'unterminated-string ⟦"x"y⟧'],
    ['a = [\n  ["a"b],\n  1,\n]\nb = 1\n', 'unterminated-string ⟦"a"b⟧'],
  ],
  brackets: [
    ['[runners.docker]]\n', 'unclosed-header ⟦[runners.docker]]⟧'],
    ['[[runners]]\n[runners]]\n', 'unclosed-header ⟦[runners]]⟧'],
    ['runners.docker]\n', 'unclosed-header ⟦runners.docker]⟧'],
    ['[[runners]]\n[runners docker]\n', 'bad-key ⟦runners docker⟧'],
    ['a = ["/cache"]]\nb = 1\n', 'text-after-value ⟦]⟧'],
    ['[\n[[runners]]\n', 'unclosed-header ⟦[⟧'],
    ['concurrent = 1\r\n[\r\n\r\n[[runners]]\r\n', 'unclosed-header ⟦[⟧'],
    ['[[runners]]\n  [\n  [runners.docker]\n', 'unclosed-header ⟦[⟧'],
    ['[\n"a.b" = 1\n', 'unclosed-header ⟦[⟧'],
    ['{\n[[runners]]\n', 'unexpected-character ⟦{⟧'],
    ['a = [ [1, 2, [3\n[b]\n', 'unclosed-array ⟦[⟧'],
    ['a = { b = [1,\nc = 1\n', 'unclosed-array ⟦[⟧'],
    ['a = { b = {{ c }} }\nd = 1\n', 'template-text ⟦{{ c }}⟧'],
    [
      'a = [{{ c }}, {% d %}, <% e %>]\n',
      'template-text ⟦{{ c }}⟧',
      'template-text ⟦{% d %}⟧',
      'template-text ⟦<% e %>⟧',
    ],
    ['a = ("x", "y")\n', 'unexpected-character ⟦("x", "y")⟧'],
  ],
  'keys and signs': [
    ['c. = 1\nc = 2\n', 'missing-key-name ⟦.⟧'],
    ['.c = 1\nc = 2\n', 'missing-key-name ⟦.⟧'],
    ['a..b = 1\na = 2\n', 'missing-key-name ⟦.⟧'],
    ['a == 1\n', 'unexpected-character ⟦=⟧'],
    ['a := 1\n', 'colon-for-equals ⟦:=⟧'],
    ['a => 1\n', 'unexpected-character ⟦>⟧'],
    ['helper image = "x"\n', 'bad-key ⟦helper image⟧'],
    ['url =\n  "https://gitlab.com"\n', 'missing-value ⟦=⟧'],
    ['a = 1;\nb = 2,\n', 'text-after-value ⟦;⟧', 'text-after-value ⟦,⟧'],
    ['a = 1,5\n', 'text-after-value ⟦,5⟧'],
    ['a = 1 // note\n', 'wrong-comment ⟦// note⟧'],
    ['a = ["x"]...\n', 'elided-lines ⟦...⟧'],
    ['image = "a"\nimage\n', 'missing-equals ⟦image⟧'],
    ['a = { b: "x" }\n', 'colon-for-equals ⟦:⟧'],
    ['a = "C:\\Users\\Gitlab\\path\\x"\n', 'bad-escape ⟦\\U⟧'],
  ],
  'full-width punctuation': [
    ['name＝"x"\n', 'unexpected-character ⟦＝⟧'],
    ['name："x"\n', 'unexpected-character ⟦：⟧'],
    ['a = ["x"，"y"、 "z"]\n', 'unexpected-character ⟦，⟧', 'unexpected-character ⟦、⟧'],
    ['a = "x"；\n', 'text-after-value ⟦；⟧'],
    ['a = ［1，真］\n', ...['［', '，'].map(wide), 'bare-word ⟦真⟧', wide('］')],
    ['a = ［“x”，“y”］\n', wide('［'), 'smart-quotes ⟦“x”⟧', wide('，'), 'smart-quotes ⟦“y”⟧', wide('］')],
    ['a = ｛b＝ｔｒｕｅ，c = 1｝\n', ...['｛', '＝'].map(wide), 'bare-word ⟦ｔｒｕｅ⟧', ...['，', '｝'].map(wide)],
    ['［［runners］］\nname = "a"\n[runners．docker】\n', ...['［', '［', '］', '］', '．', '】'].map(wide)],
    ['＃ note\na = 1＃ note\nb = １ ＃ note\n', wide('＃'), wide('＃'), 'bare-word ⟦１⟧', wide('＃')],
  ],
  'white space that is none': [
    ['\u00a0\u00a0a = 1\n', 'unexpected-character ⟦\u00a0\u00a0⟧'],
    ['\u3000a = 1\n', 'unexpected-character ⟦\u3000⟧'],
    ['\u200ba = 1\n', 'unexpected-character ⟦\u200b⟧'],
    ['a\u00a0=\u00a01\u00a0\n', ...Array<string>(3).fill('unexpected-character ⟦\u00a0⟧')],
    ['a = ["x",\u00a0"y"]\n', 'unexpected-character ⟦\u00a0⟧'],
    ['[a\u200b]\n', 'unexpected-character ⟦\u200b⟧'],
    ['a = 1\n\ufeffb = 1\n', 'unexpected-character ⟦\ufeff⟧'],
    ['a = "in\u00a0strings"\n# and in\u00a0comments\n'],
  ],
  'other formats': [
    ['{\n  "concurrent": 1,\n  "runners": [\n    { "name": "x" }\n  ]\n}\n', 'foreign-format ⟦{⟧'],
    ['{"concurrent": 1}\na = 1\n', 'foreign-format ⟦{⟧'],
    ['[{"name": "x"}]\n', 'foreign-format ⟦[⟧'],
    ['[\n  "a",\n  "b"\n]\n', 'foreign-format ⟦[⟧'],
    ['[\n  [1, 2],\n  ["a"]\n]\n', 'foreign-format ⟦[⟧'],
    ['{\n}\n', 'foreign-format ⟦{⟧'],
    ['---\nconcurrent: 1\n', 'foreign-format ⟦---⟧'],
    ['runners:\n  config: |\n    [[runners]]\n      name = "x"\n', 'foreign-format ⟦runners:⟧'],
    ['```toml\n[[runners]]\n```\n', 'foreign-format ⟦```toml⟧', 'foreign-format ⟦```⟧'],
    ['name: "x"\nurl: "y"\n', 'colon-for-equals ⟦:⟧', 'colon-for-equals ⟦:⟧'],
  ],
  definitions: [
    ['[runners]\na = 1\n[[runners]]\na = 1\n[runners.b]\nc = 1\n[[runners]]\n', 'array-redefined ⟦runners⟧'],
    ['a = 1\n[a.b]\n[a.c]\n[a.d.e]\n', 'redefined-table ⟦a⟧'],
    ['[a]\nb = 1\n[a]\nb = 1\n', 'redefined-table ⟦a⟧'],
    ['<<<<<<< HEAD\n[a]\nb = 1\n=======\n[a]\nb = 2\n>>>>>>> topic\n', 'merge-conflict ⟦<<<<<<< HEAD⟧'],
    ['[]\n[[]]\n', 'empty-header ⟦[]⟧', 'empty-header ⟦[[]]⟧'],
  ],
};

for (const [kind, texts] of Object.entries(mistakes)) {
  describe(kind, () => {
    for (const [text, ...wanted] of counted(texts)) {
      it(JSON.stringify(text.length > 90 ? `${text.slice(0, 60)}…` : text), () =>
        assert.deepEqual(shown(text), wanted),
      );
    }
  });
}

describe('messages say what to type', () => {
  const messages: readonly (readonly [string, Message])[] = [
    ['a = yes\n', message('bare-word.boolean-or-text', { text: 'yes', value: 'true' })],
    ['a = off\n', message('bare-word.boolean-or-text', { text: 'off', value: 'false' })],
    ['a = null\n', message('bare-word.nothing', { text: 'null' })],
    ['a = C:\\builds\n', message('bare-word', { quoted: "'C:\\builds'" })],
    ['a = .5\n', message('bad-number.decimal-point', { text: '.5' })],
    ['a = 1__0\n', message('bad-number.underscore', { text: '1__0' })],
    ['a = 0X1F\n', message('bad-number.prefix', { text: '0X1F' })],
    ['a = 1 b\n', message('text-after-value')],
    ['a = 1]\n', message('text-after-value.bracket', { text: ']' })],
    ['a = 1,5\n', message('text-after-value.decimal-comma')],
    ['a = "b" c"\n', message('text-after-value.quote')],
    ['a = 1,\n', message('text-after-value.separator', { text: ',' })],
    ['[a] b = 1\n', message('text-after-header.key')],
    ['a = |\n', message('unexpected-character.block', { text: '|' })],
    ['a == 1\n', message('unexpected-character.equals')],
    ['a => 1\n', message('unexpected-character.arrow')],
    ['a＝1\n', message('unexpected-character.wide', { text: '＝', plain: '=' })],
    [
      '\u3000a = 1\n',
      message('unexpected-character.invisible-space', {
        character: message('word.named-character', { point: 'U+3000', name: message('word.ideographic-space') }),
      }),
    ],
    [
      '\u200ba = 1\n',
      message('unexpected-character.invisible', {
        character: message('word.named-character', { point: 'U+200B', name: message('word.zero-width-space') }),
      }),
    ],
    ['\u2062a = 1\n', message('unexpected-character.invisible', { character: 'U+2062' })],
    ['runners]]\n', message('unclosed-header.start', { bracket: '[[' })],
    ['a = ["x, "y"]\n', message('unterminated-string.unbalanced')],
    ['a = 1\rb = 2\n', message('control-character.carriage-return')],
    ['--\n', message('missing-equals.dashes', { name: '--' })],
    ['```\n', message('foreign-format.markdown')],
  ];
  for (const [text, wanted] of messages) {
    it(JSON.stringify(text), () =>
      assert.deepEqual(
        problemsOf(text).map((problem) => problem.message),
        [wanted],
      ),
    );
  }

  it('and quote no more than sixty characters', () => {
    const [problem] = problemsOf(`a = ${'x'.repeat(1000)}\n`);
    assert.deepEqual(problem?.message, message('bare-word', { quoted: `"${'x'.repeat(57)}…"` }));
  });
});
