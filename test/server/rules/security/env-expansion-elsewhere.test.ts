/** Variables of the environment where the runner reads a text as it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf } from '../../findings';

const HEAD = '[[runners]]\n  url = "$URL"\n  token = "$RUNNER_TOKEN"\n  executor = "ssh"\n';
const ssh = (password: string) =>
  `${HEAD}  [runners.ssh]\n    host = "h"\n    user = "u"\n    disable_strict_host_key_checking = false\n    password = "${password}"\n`;

test('a variable in a password stays one', () => {
  assert.deepEqual(briefReportOf(ssh('$SSH_PASSWORD')), ['9 hint env-expansion-elsewhere «"$SSH_PASSWORD"»']);
});

test('what may be filled in when the file is written, and a dollar in a password', () => {
  for (const text of counted(['$' + '{SSH_PASSWORD}', '__SSH_PASSWORD__', 'pa$word', '$', '$1x', '']))
    assert.deepEqual(
      briefReportOf(ssh(text)).filter((line) => line.includes('env-expansion')),
      [],
      text,
    );
});
