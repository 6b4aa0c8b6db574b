/** Texts that are made to be slow to read. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SLACK } from '../../slack';
import { quickest } from './parse-and-check';

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
