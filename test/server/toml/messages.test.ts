/** What is said of a mistake, by the text that is wrong. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Message } from '../../../server/text/message';
import { nameOfInvisible } from '../../../server/toml/characters';
import {
  badNumber,
  bareWord,
  controlCharacter,
  missingEquals,
  shortened,
  textAfterValue,
  unexpectedCharacter,
} from '../../../server/toml/messages';
import { counted } from '../../counted';
import { asData } from '../as-data';
import { problemsOf } from './reading';

function assertSaid<Text>(say: (text: Text) => Message, wanted: readonly (readonly [Text, string])[]): void {
  for (const [text, said] of counted(wanted)) assert.equal(asData(say(text)), said, JSON.stringify(text));
}

/** What is said of the first problem of a text. */
function firstMessage(text: string): Message {
  const [first] = problemsOf(text);
  assert.ok(first, text);
  return first.message;
}

describe('what is said of', () => {
  it('a number that is none', () =>
    assertSaid(badNumber, [
      ['00', 'bad-number.leading-zero text=00'],
      ['-0_1', 'bad-number.leading-zero text=-0_1'],
      ['+01', 'bad-number.leading-zero text=+01'],
      ['0x', 'bad-number.prefix text=0x'],
      ['1.', 'bad-number.decimal-point text=1.'],
      ['.5', 'bad-number.decimal-point text=.5'],
      ['-.5', 'bad-number.decimal-point text=-.5'],
      ['+.5', 'bad-number.decimal-point text=+.5'],
      ['1.e5', 'bad-number.decimal-point text=1.e5'],
      ['1.E5', 'bad-number.decimal-point text=1.E5'],
      ['1_', 'bad-number.underscore text=1_'],
      ['1._5', 'bad-number.underscore text=1._5'],
      ['0X1F', 'bad-number.prefix text=0X1F'],
      ['-0o7', 'bad-number.prefix text=-0o7'],
      ['+0b1', 'bad-number.prefix text=+0b1'],
      ['1e', 'bad-number text=1e'],
      ['+', 'bad-number text=+'],
      ['10x', 'bad-number text=10x'],
      ['1-0x', 'bad-number text=1-0x'],
      ['x.5', 'bad-number text=x.5'],
    ]));

  it('a word', () =>
    assertSaid(bareWord, [
      ['null', 'bare-word.nothing text=null'],
      ['NIL', 'bare-word.nothing text=NIL'],
      ['none', 'bare-word.nothing text=none'],
      ['Undefined', 'bare-word.nothing text=Undefined'],
      ['nulls', 'bare-word quoted="nulls"'],
      ['annull', 'bare-word quoted="annull"'],
      ['yes', 'bare-word.boolean-or-text text=yes value=true'],
      ['ON', 'bare-word.boolean-or-text text=ON value=true'],
      ['yess', 'bare-word quoted="yess"'],
      ['son', 'bare-word quoted="son"'],
      ['no', 'bare-word.boolean-or-text text=no value=false'],
      ['Off', 'bare-word.boolean-or-text text=Off value=false'],
      ['nod', 'bare-word quoted="nod"'],
      ['casino', 'bare-word quoted="casino"'],
      ['docker', 'bare-word quoted="docker"'],
      ['C:\\x', "bare-word quoted='C:\\x'"],
      ['a"b', "bare-word quoted='a\"b'"],
      ["it's", 'bare-word quoted="it\'s"'],
      ['"a', 'bare-word quoted="a"'],
      ["a'", 'bare-word quoted="a"'],
      ['\'"a"\'', 'bare-word quoted="a"'],
      ['ｔｒｕｅ', 'bare-word.full-width-or-text plain=true text=ｔｒｕｅ'],
      ['１２', 'bare-word.full-width-or-text plain=12 text=１２'],
      ['－１．５', 'bare-word.full-width-or-text plain=-1.5 text=－１．５'],
      ['＋１', 'bare-word.full-width-or-text plain=+1 text=＋１'],
      ['１２x', 'bare-word quoted="１２x"'],
      ['ｆａｌｓｅ', 'bare-word.full-width-or-text plain=false text=ｆａｌｓｅ'],
      ['ａ', 'bare-word quoted="ａ"'],
      ['xｔｒｕｅ', 'bare-word quoted="xｔｒｕｅ"'],
      ['ｔｒｕｅx', 'bare-word quoted="ｔｒｕｅx"'],
      ['x１', 'bare-word quoted="x１"'],
      ['１．', 'bare-word quoted="１．"'],
    ]));

  it('a key without its sign', () =>
    assertSaid(missingEquals, [
      ['a', 'missing-equals name=a'],
      ['-', 'missing-equals.dashes name=-'],
      ['---', 'missing-equals.dashes name=---'],
      ['--a', 'missing-equals name=--a'],
      ['a--', 'missing-equals name=a--'],
    ]));

  it('what follows a value', () =>
    assertSaid(textAfterValue, [
      [',', 'text-after-value.separator text=,'],
      [';', 'text-after-value.separator text=;'],
      ['，', 'text-after-value.separator text=，'],
      ['；', 'text-after-value.separator text=；'],
      [',,', 'text-after-value'],
      [';x', 'text-after-value'],
      [',5', 'text-after-value.decimal-comma'],
      [',55', 'text-after-value.decimal-comma'],
      [',5 6', 'text-after-value'],
      ['x,5', 'text-after-value'],
      ['a "b"', 'text-after-value.quote'],
      ["it's", 'text-after-value.quote'],
      [']', 'text-after-value.bracket text=]'],
      [']}', 'text-after-value.bracket text=]}'],
      ['}x', 'text-after-value'],
      ['x]', 'text-after-value'],
      ['x', 'text-after-value'],
    ]));

  it('characters that fit nothing', () =>
    assertSaid(unexpectedCharacter, [
      [
        '\u00a0',
        'unexpected-character.invisible-space character=(word.named-character name=(word.no-break-space) point=U+00A0)',
      ],
      [
        '\u200b',
        'unexpected-character.invisible character=(word.named-character name=(word.zero-width-space) point=U+200B)',
      ],
      [
        '\ufeff',
        'unexpected-character.invisible character=(word.named-character name=(word.byte-order-mark) point=U+FEFF)',
      ],
      ['\u2003x', 'unexpected-character.invisible-space character=U+2003'],
      ['\u2062', 'unexpected-character.invisible character=U+2062'],
      ['＝', 'unexpected-character.wide plain== text=＝'],
      ['：x', 'unexpected-character.wide plain== text=：'],
      ['x：', 'unexpected-character text=x：'],
      [']', 'unexpected-character.bracket text=]'],
      ['}],', 'unexpected-character.bracket text=}],'],
      [']x', 'unexpected-character text=]x'],
      ['x]', 'unexpected-character text=x]'],
      ['=', 'unexpected-character.equals'],
      ['==', 'unexpected-character text==='],
      ['=>', 'unexpected-character.arrow'],
      ['=>x', 'unexpected-character text==>x'],
      ['|', 'unexpected-character.block text=|'],
      ['|-', 'unexpected-character.block text=|-'],
      ['>', 'unexpected-character.block text=>'],
      ['>-', 'unexpected-character.block text=>-'],
      ['x>', 'unexpected-character text=x>'],
      ['!', 'unexpected-character text=!'],
      ['!|', 'unexpected-character text=!|'],
    ]));

  it('a control character', () =>
    assertSaid(controlCharacter, [
      [0, 'control-character digits=0000 point=U+0000'],
      [7, 'control-character digits=0007 point=U+0007'],
      [13, 'control-character.carriage-return'],
      [127, 'control-character digits=007F point=U+007F'],
    ]));
});

describe('the parser says', () => {
  it('what is wrong with a text, with its names', () =>
    assertSaid(firstMessage, [
      ['---\na: 1\n', 'foreign-format format=YAML'],
      ['- a\n- b\n', 'foreign-format format=YAML'],
      ['{"a": 1}\n', 'foreign-format format=JSON'],
      ['```\na = 1\n', 'foreign-format.markdown'],
      ['[[a\n', 'unclosed-header bracket=]]'],
      ['[a\n', 'unclosed-header bracket=]'],
      ['a]\n', 'unclosed-header.start bracket=['],
      ['a]]\n', 'unclosed-header.start bracket=[['],
      ['[a]]\n', 'unclosed-header.start bracket=['],
      ['a = "x\n', 'unterminated-string quote="'],
      ["a = '''x\n", "unterminated-string quote='''"],
      ['a = "\\q"\n', 'bad-escape text=\\q'],
      ['a = 99999999999999999999\n', 'number-out-of-range text=99999999999999999999'],
      ['a = 2024-13-01\n', 'bad-date text=2024-13-01'],
      ['é = 1\n', 'bad-key text=é'],
      ['a/b = 1\n', 'bad-key text=a/b'],
      ['a = 1\na = 2\n', 'duplicate-key name=a'],
      ['[a]\n[a]\n', 'redefined-table name=a'],
      ['a: 1\n', 'colon-for-equals text=:'],
      ['a\n', 'missing-equals name=a'],
      ['a => 1\n', 'unexpected-character.arrow'],
      ['a =\n', 'missing-value name=a'],
      ['a = \u0001\n', 'unexpected-character text=\u0001'],
      ['a = x$Y\n', 'placeholder text=x$Y'],
    ]));
});

describe('what cannot be seen', () => {
  const names: readonly (readonly [string, string])[] = [
    ['\u00a0', 'word.no-break-space'],
    ['\u00ad', 'word.soft-hyphen'],
    ['\u200b', 'word.zero-width-space'],
    ['\u200c', 'word.zero-width-non-joiner'],
    ['\u200d', 'word.zero-width-joiner'],
    ['\u2028', 'word.line-separator'],
    ['\u2029', 'word.paragraph-separator'],
    ['\u202f', 'word.narrow-no-break-space'],
    ['\u2060', 'word.word-joiner'],
    ['\u3000', 'word.ideographic-space'],
    ['\ufeff', 'word.byte-order-mark'],
  ];
  it('has a name', () => {
    for (const [character, id] of counted(names)) {
      const named = nameOfInvisible(character);
      assert.ok(typeof named !== 'string');
      const point = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      assert.equal(asData(named), `word.named-character name=(${id}) point=${point}`);
    }
  });
  it('or a number', () => {
    assert.equal(nameOfInvisible('\u2000'), 'U+2000');
    assert.equal(nameOfInvisible('\u00a1'), 'U+00A1');
  });
});

describe('a text that is repeated', () => {
  it('has at most sixty characters', () => {
    assert.equal(shortened('x'.repeat(60)), 'x'.repeat(60));
    assert.equal(shortened('x'.repeat(61)), `${'x'.repeat(57)}…`);
  });
});
