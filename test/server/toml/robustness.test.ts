/** Whatever the text, parsing answers: no exception, in time, with tokens that cover it and ranges inside it. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createDocument } from '../../../server/meaning/create-document';
import { counted } from '../../counted';
import { SHARED } from '../../shared';
import { SLACK } from '../../slack';
import { said } from '../said';
import { randomSource } from './random-source';
import { stopwatch } from './stopwatch';

const corpus = `${SHARED}/corpus`;
const skip = existsSync(corpus) ? false : `${corpus} is not here`;

/** Parses and checks what must hold for every text. Returns the milliseconds that parsing took. */
function parseAndCheck(text: string): number {
  const watch = stopwatch();
  const { syntax, syntaxProblems } = createDocument('file:///config.toml', text);
  const time = watch();
  const ends = syntax.tokenEnds;
  assert.equal(ends.length === 0 ? 0 : ends[ends.length - 1], text.length, 'the tokens cover the text');
  for (let index = 1; index < ends.length; index++)
    assert.ok((ends[index] as number) > (ends[index - 1] as number), 'no token is empty');
  let last = 0;
  for (const { start: from, end, message } of syntaxProblems) {
    assert.ok(from >= last && end >= from && end <= text.length, 'problems are in order and inside the text');
    assert.ok(said(message).length < 260, 'no message is a wall of text');
    last = from;
  }
  let sectionEnd = 0;
  for (const section of syntax.sections) {
    assert.equal(section.start, sectionEnd, 'sections cover the text');
    sectionEnd = section.end;
  }
  assert.equal(sectionEnd, text.length, 'sections cover the text');
  return time;
}

/** The time of the quickest of a few runs: another process may have held the machine. */
function quickest(text: string, limit: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 5 && best > limit; run++) best = Math.min(best, parseAndCheck(text));
  return best;
}

describe('every file of the corpus', { skip }, () => {
  if (skip) return;
  for (const folder of counted(readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory()))) {
    it(`${folder.name}, whole and truncated at 200 places: under 50 ms each`, () => {
      for (const name of counted(readdirSync(`${corpus}/${folder.name}`))) {
        const text = readFileSync(`${corpus}/${folder.name}/${name}`, 'utf8');
        for (let step = 0; step <= 200; step++) {
          const part = text.slice(0, Math.floor((text.length * step) / 200));
          assert.ok(quickest(part, 50 * SLACK) < 50 * SLACK, `${name}, truncated at ${part.length}`);
        }
      }
    });
  }
});

describe('random changes', () => {
  const pieces = [
    ...'[]{}"\'=.,:#\\\n\r\t \u00a0\u3000＝“”a1-_［】｛｝，＃．',
    '"""',
    "'''",
    '[[',
    ']]',
    '\r\n',
    '{{',
    '...',
    '<<<<<<<',
    '---',
    'a = {',
    '\ud800',
    '😀',
    '- ',
    'key:\n  ',
  ];
  const sources = readdirSync('test/fixtures/toml')
    .filter((name) => name.endsWith('.toml'))
    .map((name) => readFileSync(`test/fixtures/toml/${name}`, 'utf8'));

  it('of the fixtures', () => {
    const random = randomSource(20261121);
    const end = performance.now() + 3000;
    for (let round = 0; round < 5000 && performance.now() < end; round++) {
      let text = sources[random(sources.length)] as string;
      for (let change = random(8); change >= 0; change--) {
        const at = random(text.length + 1);
        const removed = random(3) === 0 ? random(20) : 0;
        text = text.slice(0, at) + (pieces[random(pieces.length)] as string) + text.slice(at + removed);
      }
      try {
        parseAndCheck(text);
      } catch (error) {
        throw new Error(`round ${round}: ${JSON.stringify(text)}`, { cause: error });
      }
    }
  });

  it('nothing but such pieces', () => {
    const random = randomSource(42);
    const end = performance.now() + 2000;
    for (let round = 0; round < 5000 && performance.now() < end; round++) {
      const text = Array.from({ length: random(60) }, () => pieces[random(pieces.length)]).join('');
      try {
        parseAndCheck(text);
      } catch (error) {
        throw new Error(`round ${round}: ${JSON.stringify(text)}`, { cause: error });
      }
    }
  });
});

describe('a megabyte that is made to be slow: under a second', () => {
  const megabyte = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length));
  const hostile: Record<string, string> = {
    'inline tables that do not end': megabyte('a={\n'),
    'inline tables in each other': megabyte('a={b='),
    'inline tables with missing values': `a={${megabyte('b,')}}`,
    'inline tables with missing values, one a line': `a={${megabyte('b=\n,')}}`,
    'inline tables without commas': `a={${megabyte('b=1\n')}}`,
    'opening brackets': '['.repeat(200_000),
    'arrays in each other': `x=${'['.repeat(50_000)}`,
    'arrays in each other, again and again': 'x=['.repeat(50_000),
    'arrays that do not end': megabyte('a=[\n'),
    'opening braces': '{'.repeat(200_000),
    'JSON that does not end': megabyte('{\n"a":['),
    'YAML keys': megabyte('a: b\n'),
    'YAML keys with nothing below them': megabyte('a:\n'),
    'YAML items': megabyte('- a\n'),
    'multi-line strings that do not end': megabyte('a="""\n[b]\n'),
    'multi-line strings that do not end, escaped': megabyte('[h]\nk.\\"""\n'),
    quotes: megabyte('"'),
    apostrophes: megabyte("'"),
    'strings that do not end': megabyte('a="b\n'),
    'strings that do not match': `a=[${megabyte('"a, "b')}`,
    'one long bare word': `a = ${megabyte('b')}`,
    'one long line of words': `a = ${megabyte('b ')}`,
    'a list of bare words': `a = [${megabyte('b,')}]`,
    'a list of bad words': `a = [${megabyte('/,')}]`,
    'a list of typographic quotes': `a = [${megabyte('“,')}]`,
    'one long string': `a = "${megabyte('b')}"`,
    'a string of escapes': `a = "${megabyte('\\n')}"`,
    'a string of bad escapes': `a = "${megabyte('\\q')}"`,
    'one long key': megabyte('a'),
    'one long dotted key': `${megabyte('a.')}a = 1`,
    'one long dotted header': `[${megabyte('a.')}a]`,
    'pairs on one line': megabyte('a=1 '),
    'equals signs': megabyte('='),
    dots: megabyte('.'),
    'white space': megabyte(' '),
    'white space in an array, before an equals sign': `a = [\n[x${megabyte(' ')}=`,
    'no-break spaces': megabyte('\u00a0a'),
    commas: `a = [${megabyte(',')}]`,
    'full-width commas': `a = [${megabyte('，')}`,
    'full-width headers': megabyte('［a］\n'),
    'line breaks': megabyte('\n'),
    'carriage returns': megabyte('\r'),
    comments: megabyte('#\n'),
    'control characters': `# ${megabyte('\u0000\u0001')}`,
    headers: Array.from({ length: 100_000 }, (_, index) => `[a${index}]`).join('\n'),
    'the same header': megabyte('[a]\n'),
    'the same array header': megabyte('[[a]]\n'),
    'the same header below a value': `a = 1\n${megabyte('[a.b]\n')}`,
    'the same key': megabyte('a=1\n'),
    'headers that do not end': megabyte('[[a\n'),
    'merge conflicts': megabyte('<<<<<<< a\n'),
    'left-out lines': megabyte('...\n'),
    templates: megabyte('{{a}}\n'),
  };
  for (const [name, text] of Object.entries(hostile)) {
    it(name, () => {
      const time = quickest(text, 1000 * SLACK);
      assert.ok(time < 1000 * SLACK, `${Math.round(time)} ms`);
    });
  }
});
