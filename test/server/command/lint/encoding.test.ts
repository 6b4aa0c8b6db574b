/** `lint` of files that are not UTF-8: one error, where the runner's decoder has one. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../../../../server/command/command-line';
import { message } from '../../../../server/text/message';
import { said } from '../../said';
import { folderWith } from './folder';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

const byte = (name: string, character: string, reader: 'runner' | 'yaml' = 'runner') =>
  said(message('not-utf8', { byte: name, character, reader }));
const wide = (encoding: string) => said(message('not-utf8.wide', { encoding, reader: 'runner' }));

/** A text, the one error that is found, and where: line and column from 1. */
const refused: readonly { what: string; bytes: Uint8Array; at: string; error: string; file?: string }[] = [
  {
    what: 'Latin-1 in a comment',
    bytes: latin1('concurrent = 1 # caf\xe9\n'),
    at: '1:21',
    error: byte('0xE9', 'é'),
  },
  {
    what: 'Latin-1 in a string',
    bytes: latin1('concurrent = 1\n[[runners]]\nname = "caf\xe9"\n'),
    at: '3:12',
    error: byte('0xE9', 'é'),
  },
  {
    what: 'Latin-1 all over, in keys and values',
    bytes: latin1('# \xfc\nn\xe4me = 1\n[[runners]]\n\xa0\xa0name = \x93a\x94\n\xe9\nexecutor = "d\xf6cker"\n'),
    at: '1:3',
    error: byte('0xFC', 'ü'),
  },
  {
    what: 'a character that is cut off',
    bytes: latin1('# \x80\nconcurrent = 1\n'),
    at: '1:3',
    error: byte('0x80', '€'),
  },
  { what: 'UTF-16', bytes: utf16('concurrent = 1\n'), at: '1:1', error: wide('UTF-16') },
  { what: 'UTF-16 without its mark', bytes: utf16('concurrent = 1\n').subarray(2), at: '1:1', error: wide('UTF-16') },
  { what: 'UTF-16, the other way round', bytes: utf16('concurrent = 1\n').swap16(), at: '1:1', error: wide('UTF-16') },
  {
    what: 'YAML in Latin-1',
    bytes: latin1('runners:\n  config: |\n    # caf\xe9\n    [[runners]]\n      limit = 1\n'),
    file: 'values.yaml',
    at: '3:10',
    error: byte('0xE9', 'é', 'yaml'),
  },
];

for (const { what, bytes, at, error, file = 'config.toml' } of refused) {
  test(`${what}: one error`, (t) => {
    const path = join(folderWith(t, { [file]: bytes }), file);
    assert.deepEqual(
      run(['lint', path], () => assert.fail()),
      {
        status: 1,
        output: `${path}:${at}: error: ${error} [not-utf8]\n1 error, 0 warnings\n`,
      },
    );
    const { output } = run(['lint', '-'], () => bytes);
    assert.equal(output, `-:${at}: error: ${error} [not-utf8]\n1 error, 0 warnings\n`);
  });
}

test('what the runner reads is good: byte order marks, U+FFFD that is meant, ASCII, and YAML in UTF-16', () => {
  const good: readonly Uint8Array[] = [
    Buffer.from('\ufeffconcurrent = 1\n'),
    Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from('concurrent = 1\n')]),
    Buffer.from('concurrent = 1 # \ufffd\n'),
    Buffer.from('concurrent = 1 # é\n'),
    utf16('runners:\n  config: |\n    [[runners]]\n      limit = 1\n'),
  ];
  for (const bytes of good)
    assert.deepEqual(
      run(['lint', '-'], () => bytes),
      { status: 0, output: '' },
    );
});

test('the rest of the file is checked all the same', () => {
  for (const bytes of [latin1('# \xe9\n[[runners]]\nlimt = 1\n'), utf16('#\n[[runners]]\nlimt = 1\n')]) {
    assert.match(
      run(['lint', '-'], () => bytes).output,
      /^-:1:.*not-utf8\]\n-:3:1: warning: .*\[unknown-key\]\n1 error/,
    );
  }
});

test('a zero is one error at its place', () => {
  const texts = [
    '\0concurrent = 1\n',
    'con\0current = 1\n',
    '# \0\n',
    '[[runners]]\nname = "a\0"\n',
    'a = 1\n\0\0\0\n',
  ];
  for (const text of texts) {
    const { output } = run(['lint', '-'], () => Buffer.from(text));
    const errors = output.split('\n').filter((line) => line.includes(': error: '));
    assert.equal(errors.length, 1, output);
    assert.match(String(errors[0]), /U\+0000.*\[control-character\]$/);
  }
});

test('in a folder, too, a file is recognised in its own encoding', (t) => {
  const folder = folderWith(t, { 'a.toml': utf16('[[runners]]\n'), 'b.toml': latin1('[[runners]]\n# \xe9\n') });
  const { output } = run(['lint', folder], () => assert.fail());
  assert.equal(output.match(/not-utf8/g)?.length, 2);
});
