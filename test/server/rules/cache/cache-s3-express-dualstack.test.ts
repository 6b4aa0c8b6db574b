/** A directory bucket of S3 Express. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed } from '../../findings';
import { says } from '../says';
import { quiet, s3 } from './cached';

const NAME = 'BucketName = "cache--euc1-az1--x-s3"\nBucketLocation = "eu-central-1"\n';
const FIX = 'Add `DualStack` with an example: `false`';

test('the dual stack is on where nothing is set, and where it is set to be', () => {
  says([
    {
      text: s3(NAME),
      findings: ['8 warning cache-s3-express-dualstack «"cache--euc1-az1--x-s3"»: cache-s3-express-dualstack'],
      fixes: [`* ${FIX}`],
    },
    {
      text: s3(`${NAME}DualStack = true\n`),
      findings: ['10 warning cache-s3-express-dualstack «true»: cache-s3-express-dualstack'],
      fixes: [`* ${FIX}`],
    },
  ]);
  assert.equal(fixed(s3(NAME), FIX), s3(`${NAME}DualStack = false\n`));
  assert.equal(fixed(s3(`${NAME}DualStack = true\n`), FIX), s3(`${NAME}DualStack = false\n`));
});

test('a runner before 17.5 has no such key', () =>
  says([{ text: `# gitlab-runner: version=17.4\n${s3(NAME)}`, findings: [], fixes: [] }]));

quiet({
  'a dual stack that is off': s3(`${NAME}DualStack = false\n`),
  'a directory bucket behind an address': s3(`ServerAddress = "s3.example.com"\n${NAME}`),
  'a bucket that is named nearly so': s3('BucketName = "cache--x-s3-logs"\nBucketLocation = "eu-central-1"\n'),
});
