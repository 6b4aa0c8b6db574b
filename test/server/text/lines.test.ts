import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDocument } from '../../../server/meaning/create-document';
import { Lines } from '../../../server/text/lines';

/** Where the `|` is, as `line:character`, in the text without it. */
function positionOfMark(marked: string): string {
  const { line, character } = new Lines(marked.replace('|', '')).position(marked.indexOf('|'));
  return `${line}:${character}`;
}

describe('positions', () => {
  it('start at 0:0', () => assert.equal(positionOfMark('|a'), '0:0'));
  it('after a line feed', () => assert.equal(positionOfMark('a\n|b'), '1:0'));
  it('after CRLF', () => assert.equal(positionOfMark('a\r\n|b'), '1:0'));
  it('after a lone carriage return, as editors count', () => assert.equal(positionOfMark('a\r|b'), '1:0'));
  it('with mixed line ends', () => assert.equal(positionOfMark('a\r\nb\nc\rd\r\n|'), '4:0'));
  it('count a byte order mark as one unit', () => assert.equal(positionOfMark('\ufeffa|'), '0:2'));
  it('count a tab as one unit', () => assert.equal(positionOfMark('\t\t|a'), '0:2'));
  it('count an astral character as two units', () => assert.equal(positionOfMark('x = "😀|"'), '0:7'));
  it('are clamped into the text', () => {
    const lines = new Lines('ab\ncd');
    assert.deepEqual(lines.position(99), { line: 1, character: 2 });
    assert.deepEqual(lines.position(-1), { line: 0, character: 0 });
  });
});

describe('offsets', () => {
  const lines = new Lines('ab\r\ncd\n😀e\n');
  it('of a position', () => assert.equal(lines.offset({ line: 1, character: 1 }), 5));
  it('behind an astral character', () => assert.equal(lines.offset({ line: 2, character: 2 }), 9));
  it('beyond the end of a line are its end, before the line break', () =>
    assert.equal(lines.offset({ line: 0, character: 50 }), 2));
  it('beyond the last line are the end of the text', () => assert.equal(lines.offset({ line: 9, character: 0 }), 11));
  it('come back from every position', () => {
    for (let offset = 0; offset <= 11; offset++) {
      // Between \r and \n there is no position of its own.
      if (offset === 3) continue;
      assert.equal(lines.offset(lines.position(offset)), offset);
    }
  });
});

describe('the range of a problem', () => {
  const ranges: readonly (readonly [string, string, string])[] = [
    ['with CRLF', '# a\r\n\r\nb = yes\r\n', '2:4-2:7'],
    ['with a byte order mark', '\ufeffb = yes\n', '0:5-0:8'],
    ['with tabs', '\t\tb\t=\tyes\n', '0:6-0:9'],
    ['behind an astral character', '"😀" = yes\n', '0:7-0:10'],
    ['that holds an astral character', 'b = 😀\n', '0:4-0:6'],
  ];
  for (const [name, text, wanted] of ranges) {
    it(name, () => {
      const document = createDocument('file:///config.toml', text);
      const [problem] = document.syntaxProblems;
      assert.ok(problem);
      const { start, end } = document.range(problem);
      assert.equal(`${start.line}:${start.character}-${end.line}:${end.character}`, wanted);
    });
  }
});
