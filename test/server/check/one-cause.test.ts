/** One wrong line before three runners: one error, on that line, and the runners are checked as if it were not there. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runnerTables } from '../../../server/meaning/runners';
import { briefReportOf, context, documentOf } from '../findings';

const runner = (name: string) => `[[runners]]
  name = "${name}"
  [runners.docker]
    imag = "alpine"
`;
const three = ['a', 'b', 'c'].map(runner).join('');
const below = ['5', '9', '13'].map((line) => `${line} warning unknown-key «imag»`);

const lines: readonly (readonly [string, ...string[]])[] = [
  ['[runners]', '1 error single-table-for-array «runners»'],
  ['[runners.docker]', '1 error missing-runners-header «runners.docker»'],
  ['[runners.', '1 error unclosed-header «[runners.»'],
  ['[runners.docker', '1 error unclosed-header «[runners.docker»'],
  ['runners =', '1 error missing-value «=»'],
  ['runners = []', '1 error duplicate-key «runners»'],
  ['runners = {}', '1 error single-table-for-array «runners»'],
  ['runners.name = "x"', '1 error single-table-for-array «runners»'],
  // Two mistakes: no runner, and a bracket too many.
  ['[[runners.docker]]', '1 error missing-runners-header «runners.docker»', '1 error array-for-single-table «docker»'],
];

describe('one wrong line before three runners', () => {
  for (const [line, ...wanted] of lines) {
    it(line, () => {
      const text = `${line}\n${three}`;
      assert.deepEqual(briefReportOf(text), [...wanted, ...below]);
      const names = runnerTables(documentOf(text), context).map((table) => [...table.members.keys()].join(' '));
      assert.deepEqual(names.slice(-3), Array(3).fill('name docker'));
    });
  }

  it('as many runners as there may be', () => {
    const runners = Array.from({ length: 1000 }, (_, index) => runner(`a${index}`).replace('imag ', 'image '));
    const text = `[runners.docker]\n${runners.join('')}`;
    assert.deepEqual(briefReportOf(text), ['1 error missing-runners-header «runners.docker»']);
  });
});
