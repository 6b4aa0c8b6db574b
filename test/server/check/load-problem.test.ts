/** What keeps the runner from loading a file is the first fault of its syntax, else the first value of a type that does not fit. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { loadProblem } from '../../../server/check/load-problem';
import { readConfiguration } from '../../../server/meaning/configuration';
import { counted } from '../../counted';
import { asData } from '../as-data';
import { context, documentOf } from '../findings';

/** Its line, from 1, and what is said of it. */
function problem(text: string): string | undefined {
  const found = loadProblem(readConfiguration(documentOf(text)), context);
  return found && `${found.line + 1} ${asData(found.message)}`;
}

const RUNNER = '[[runners]]\n  name = "a"\n';

it('is the first that the runner stops at', () => {
  for (const [text, wanted] of counted(
    Object.entries({
      [`${RUNNER}  limit = 1 b\n  name = c\n`]: '3 text-after-value',
      [`${RUNNER}  limit = "1"\n  url = c\n`]: '4 bare-word quoted="c"',
      [`${RUNNER}  limt = 1\n${RUNNER}  limit = "1"\n  url = 2\n`]: '6 wrong-type',
      '[runners]\n  name = "a"\n': '1 single-table-for-array',
      [`${RUNNER}[[runners.docker]]\n  image = "a"\n`]: '3 array-for-single-table',
      'concurrent = "1"\n': '1 wrong-type',
    }),
  )) {
    const found = problem(text);
    assert.ok(found?.startsWith(wanted), `${text}: ${found}`);
  }
});

it('is none where it loads with a warning, or is refused later', () => {
  for (const text of counted([
    RUNNER,
    `${RUNNER}  limt = 1\n`,
    `${RUNNER}  executor = "dokcer"\n`,
    `${RUNNER}  limit = -1\n`,
    // Twice, and the runner takes it.
    'r.a.b = 1\n[r]\na.c = 2\n',
    '[[runners]]\n  environment = ["A=1", "A=2"]\n',
  ]))
    assert.equal(problem(text), undefined, text);
});
