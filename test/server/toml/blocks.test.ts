/** A text that is cut again after a change: only the blocks that the change is in are new. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CutText, recut, type TextBlock } from '../../../server/toml/blocks';
import { counted } from '../../counted';

/** A block with an object of its own, so that a kept one can be told from one that was made again. */
const made = (text: string): TextBlock => ({ text, isOpen: text.includes('"""') });
const nothing: CutText<TextBlock> = { text: '', blocks: [] };

function placed(text: string, blocks: readonly TextBlock[]): CutText<TextBlock> {
  let end = 0;
  return {
    text,
    blocks: blocks.map((block) => {
      const start = end;
      end += block.text.length;
      return { block, start };
    }),
  };
}

/** The text, cut from nothing or after the version before. */
function cut(text: string, before = nothing): CutText<TextBlock> {
  const { first, last, between } = recut(text, before, (texts) => texts.map(made));
  const known = before.blocks.map(({ block }) => block);
  return placed(text, [...known.slice(0, first), ...between, ...known.slice(known.length - last)]);
}

const textsOf = ({ blocks }: CutText<TextBlock>) => blocks.map(({ block }) => block.text);

/** The blocks of a changed text; those that were kept stand as `=`. */
function changed(before: string, after: string): string[] {
  const known = cut(before);
  const kept = new Set(known.blocks.map(({ block }) => block));
  return cut(after, known).blocks.map(({ block }) => (kept.has(block) ? '=' : block.text));
}

const runner = (name: string) => `[[runners]]\nname = "${name}"\n`;
const globals = 'concurrent = 4\n';
const text = globals + runner('a') + runner('b') + runner('c');

describe('the blocks of a text', () => {
  const cuts: readonly (readonly [string, string, readonly string[]])[] = [
    ['nothing has none', '', []],
    ['what comes before the first runner is one', text, [globals, runner('a'), runner('b'), runner('c')]],
    ['a text without a runner is one', globals, [globals]],
    ['a runner at the start has nothing before it', runner('a') + runner('b'), [runner('a'), runner('b')]],
    ['a header may be indented', 'a = 1\n \t[[runners]]\n', ['a = 1\n', ' \t[[runners]]\n']],
    ['one that does not begin its line is none', 'a = 1 # [[runners]]\n', ['a = 1 # [[runners]]\n']],
    ['two on a line are one', 'a = 1\n[[runners]] [[runners]]\n', ['a = 1\n', '[[runners]] [[runners]]\n']],
    ['its tables belong to it', `${runner('a')}[runners.docker]\n`, [`${runner('a')}[runners.docker]\n`]],
    ['the last line may be a header', `${globals}[[runners]]`, [globals, '[[runners]]']],
  ];
  for (const [name, whole, wanted] of cuts) it(name, () => assert.deepEqual(textsOf(cut(whole)), wanted));
});

describe('a changed text keeps the blocks', () => {
  const c = runner('c');
  const changes: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['that are the same', text, text, ['=', '=', '=', '=']],
    ['behind a change', text, text.replace('4', '40'), ['concurrent = 40\n', '=', '=', '=']],
    ['around a change', text, text.replace('"b"', '"bb"'), ['=', '=', runner('bb'), '=']],
    ['before a change', text, text.replace('"c"', '"cc"'), ['=', '=', '=', runner('cc')]],
    [
      'between two changes no longer',
      text,
      text.replace('"a"', '"x"').replace('"c"', '"y"'),
      ['=', ...'xby'].map((name) => (name === '=' ? name : runner(name))),
    ],
    ['around a new one', text, text.replace(c, runner('new') + c), ['=', '=', '=', runner('new'), '=']],
    ['before a new one at the end', text, text + runner('d'), ['=', '=', '=', '=', runner('d')]],
    ['behind a new one at the start', runner('a') + c, runner('new') + runner('a') + c, [runner('new'), '=', '=']],
    ['around one that is gone', text, text.replace(runner('b'), ''), ['=', '=', '=']],
    ['of which one stands twice', text, text.replace(runner('b'), runner('a')), ['=', '=', runner('a'), '=']],
    ['when the last is gone', text, text.replace(c, ''), ['=', '=', '=']],
    ['when all others are gone', text, globals, ['=']],
    ['but not what grows at its end', text, `${text}x = 1\n`, ['=', '=', '=', `${c}x = 1\n`]],
    [
      'but not one that a header is cut off from',
      text,
      text.replace('\n[[runners]]\nname = "b"', ' [[runners]]\nname = "b"'),
      ['=', `${runner('a').trimEnd()} ${runner('b')}`, '='],
    ],
    ['but not one whose header is broken', text, text.replace(c, `#${c}`), ['=', '=', `${runner('b')}#${c}`]],
    ['when a header is mended', `a = 1\n#${c}`, `a = 1\n${c}`, ['a = 1\n', c]],
    ['nothing is left of them', text, '', []],
  ];
  for (const [name, before, after, wanted] of changes) it(name, () => assert.deepEqual(changed(before, after), wanted));

  it('before one that ends inside of a string, and none behind it', () => {
    const open = text.replace('"b"', '"""');
    assert.deepEqual(changed(open, open.replace('"c"', '"cc"')), [
      '=',
      '=',
      runner('b').replace('"b"', '"""'),
      runner('cc'),
    ]);
    const openFirst = text.replace('4', '"""');
    assert.deepEqual(changed(openFirst, openFirst), textsOf(cut(openFirst)));
    assert.deepEqual(changed(open, open.replace('4', '5')), ['concurrent = 5\n', ...textsOf(cut(open)).slice(1)]);
  });
});

describe('cutting a text again', () => {
  it('gives what cutting it anew gives, whatever was changed where', () => {
    const pieces = ['', '\n', ' ', '#', '[[runners]]', '\n[[runners]]\n', 'x = 1\n', runner('a'), '"""'];
    const starts = counted([text, runner('a') + runner('a'), `${globals}\n  ${runner('b')}[runners.docker]\n`]);
    for (const before of starts) {
      for (let from = 0; from <= before.length; from += 2) {
        for (const length of [0, 1, 13, 40]) {
          for (const piece of pieces) {
            const after = before.slice(0, from) + piece + before.slice(from + length);
            assert.deepEqual(textsOf(cut(after, cut(before))), textsOf(cut(after)), JSON.stringify([before, after]));
          }
        }
      }
    }
  });
});
