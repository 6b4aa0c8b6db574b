/** What the server is told of a file's encoding, by what VS Code says and by its bytes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodingOf } from '../../client/encoding-of';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

interface Case {
  readonly what: string;
  readonly encoding?: string;
  readonly configured?: string;
  readonly text: string;
  /** Left out: nobody may read the file. */
  readonly bytes?: Uint8Array | 'unreadable';
  readonly told: object | undefined;
}

const cases: readonly Case[] = [
  { what: 'UTF-8', encoding: 'utf8', text: '# é', told: { encoding: 'utf8' } },
  { what: 'Latin-1', encoding: 'iso88591', text: '# é', told: { encoding: 'iso88591' } },
  { what: 'UTF-16', encoding: 'utf16le', text: 'a', told: { encoding: 'utf16le' } },
  {
    what: 'a byte shown as U+FFFD',
    encoding: 'utf8',
    text: '# \ufffd',
    bytes: latin1('# \xe9'),
    told: { encoding: 'utf8', invalidByte: 0xe9 },
  },
  {
    what: 'U+FFFD that is in the file',
    encoding: 'utf8bom',
    text: '# \ufffd',
    bytes: Buffer.from('# \ufffd'),
    told: { encoding: 'utf8bom', invalidByte: null },
  },
  {
    what: 'a file that cannot be read',
    encoding: 'utf8',
    text: '# \ufffd',
    bytes: 'unreadable',
    told: { encoding: 'utf8' },
  },
  { what: 'before 1.100, ASCII', text: 'a = 1', told: undefined },
  {
    what: 'before 1.100, UTF-8',
    text: '# é',
    bytes: Buffer.from('# é'),
    told: { encoding: 'utf8', invalidByte: null },
  },
  {
    what: 'before 1.100, a byte shown as U+FFFD',
    text: '# \ufffd',
    bytes: latin1('# \xe9'),
    told: { encoding: 'utf8', invalidByte: 0xe9 },
  },
  {
    what: 'before 1.100, the encoding that is set',
    configured: 'windows1251',
    text: '# й',
    bytes: latin1('# \xe9'),
    told: { encoding: 'windows1251' },
  },
  {
    what: 'before 1.100, an encoding that was guessed',
    text: '# é',
    bytes: latin1('# \xe9'),
    told: { encoding: 'windows1252' },
  },
  { what: 'before 1.100, UTF-16', text: '# é', bytes: utf16('# é'), told: { encoding: 'utf16le' } },
  { what: 'before 1.100, unreadable', text: '# é', bytes: 'unreadable', told: undefined },
];

for (const { what, encoding, configured = 'utf8', text, bytes, told } of cases) {
  test(what, async () => {
    const read = async () => {
      assert.ok(bytes, 'the file is read without a need');
      return bytes === 'unreadable' ? undefined : bytes;
    };
    assert.deepEqual(await encodingOf({ encoding, configured, text }, read), told);
  });
}
