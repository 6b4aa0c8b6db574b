/** Nothing of a file, nor of its name, reaches a terminal as an order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../../../server/command/command-line';
import { printable, printableJson } from '../../../server/command/printable';
import { folderWith } from './lint/folder';

/** One of each kind: C0, delete, C1, line separators, marks and overrides of direction, isolates. */
const ORDERS = [
  '\x1b',
  '\x07',
  '\x00',
  '\x7f',
  '\x9b',
  '\x85',
  '\u2028',
  '\u2029',
  '\u200f',
  '\u202e',
  '\u2066',
  '\u2069',
];

test('a text is one line that orders nothing', () => {
  assert.equal(printable('a\tb\nc\r\x1b[2J\u202Ex'), 'a\\tb\\nc\\r\\u001b[2J\\u202ex');
  assert.equal(printable('Grüße, 世界 🦊 ‑ é'), 'Grüße, 世界 🦊 ‑ é');
});

test('JSON holds the same with escapes', () => {
  const value = { a: ORDERS.join('x'), b: ['\n', 1] };
  const json = printableJson(value);
  assert.deepEqual(JSON.parse(json), value);
  assert.equal(json.split('\n').filter((line) => ORDERS.some((order) => line.includes(order))).length, 0);
});

for (const order of [...ORDERS, '\n', '\r']) {
  const code = order.charCodeAt(0).toString(16);
  test(`U+${code} in a key, a value, a comment and a name is shown as an escape`, (t) => {
    // In quotes, where TOML allows some of them raw and all of them escaped.
    const written = `\\u${code.padStart(4, '0')}`;
    const text = [
      `"li${written}mt" = 1\n"y${written}config.toml:1:1: error: forged [x]" = 2\n[["a${written}"]]\n`,
      `"li${order}mt" = 1\nlog_level = "${order}"\n# ${order}\nx${order}y = 1\n[[runners]]\nexecutor = "do${order}cker"\n`,
    ];
    for (const format of ['text', 'json']) {
      for (const each of text) {
        const { output } = run(['lint', '--format', format, '-'], () => each);
        assert.notEqual(output, '');
        assertHarmless(output);
        if (format === 'text')
          for (const line of output.trimEnd().split('\n')) assert.match(line, /^(?:-:\d|\d+ error)/);
      }
    }
    if (order === '\0') return;
    const named = folderWith(t, { [`co${order}nfig.toml`]: 'limt = 1\n' });
    assertHarmless(run(['lint', `${named}/co${order}nfig.toml`], () => '').output);
    assertHarmless(run(['lint', '--format', 'json', named], () => '').output);
    for (const argv of [
      ['lint', `no${order}such.toml`],
      ['lint', `--x${order}`, 'y'],
      [`z${order}`],
      ['lint', '--format', order, '-'],
    ]) {
      const { status, complaint = '' } = run(argv, () => '');
      assert.equal(status, 2);
      assertHarmless(complaint);
    }
  });
}

function assertHarmless(printed: string): void {
  assert.equal(/(?!\n)[\p{Cc}\u2028\u2029\u200f\u202a-\u202e\u2066-\u2069]/u.exec(printed), null);
}
