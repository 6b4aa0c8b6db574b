/** Colours on a terminal: wanted where one is, and never a way in for what stands in a file. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colours, wantsColours } from '../../../server/command/colours';
import { run } from '../../../server/command/command-line';

/** What `lint` prints, with visible marks for what begins an order to a terminal. */
const lint = (text: string, more: object = {}) =>
  run(['lint', '-'], () => text, undefined, more)
    .output.replaceAll('\u001b[', '‹')
    .replaceAll('\u009b', '‹');

test('the severity, the place and the code are coloured, and the words are the same', () => {
  const text = 'concurrent = "1"\nlimt = 3\n';
  const coloured = lint(text, { colours });
  assert.match(coloured, /^‹1m-‹0m:1:14: ‹31merror‹0m: .* \[‹2mwrong-type‹0m\]$/m);
  assert.match(coloured, /: ‹33mwarning‹0m: /);
  assert.equal(coloured.replace(/‹\d+m/g, ''), lint(text));
});

test('what stands in a file gives no orders to the terminal', () => {
  const coloured = lint('"\\u001b[31mkey" = 1\n"\u009b31m" = 2\n"\u001b[31mkey" = 3\nconcurrent = 1\n', { colours });
  const [first, ...orders] = coloured.split('‹').slice(1);
  assert.ok(first !== undefined && orders.length > 5);
  for (const order of [first, ...orders]) assert.match(order, /^(?:0|1|2|31|33|36)m/);
  assert.doesNotMatch(coloured, /‹31mkey/);
});

test('without a terminal, with NO_COLOR, and on a terminal that has none there are no colours', () => {
  assert.equal(wantsColours({ isTTY: true }, {}), true);
  assert.equal(wantsColours({ isTTY: true }, { NO_COLOR: '' }), true);
  assert.equal(wantsColours({ isTTY: true }, { NO_COLOR: '0' }), false);
  assert.equal(wantsColours({ isTTY: true }, { TERM: 'dumb' }), false);
  assert.equal(wantsColours({}, {}), false);
});
