/** A machine of docker+machine needs a name: executor-without-key. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf } from '../../findings';
import { machine } from './scaled';

test('a machine that has no name', () => {
  for (const line of counted(['', '    MachineName = ""\n'])) {
    const text = machine().replace('    MachineName = "ci-%s"\n', line);
    assert.deepEqual(
      briefReportOf(text).map((found) => found.replace(/^\d+ | «.*/g, '')),
      ['error executor-without-key'],
    );
  }
});
