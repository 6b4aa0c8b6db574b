/** Credentials of Google. */
import { test } from 'node:test';
import { says } from '../says';
import { gcs, quiet } from './cached';

const BOTH = 'hint cache-gcs-both-credentials «CredentialsFile»: cache-gcs-both-credentials';
const half = (key: string, missing: string) =>
  `hint cache-gcs-both-credentials «${key}»: cache-gcs-both-credentials.half key=${key} missing=${missing}`;

test('of two kinds one is not used', () =>
  says([
    {
      text: gcs('BucketName = "bucket"\nCredentialsFile = "/k.json"\nAccessID = "a"\nPrivateKey = "k"\n'),
      findings: [`9 ${BOTH}`],
      fixes: [],
    },
    {
      text: gcs('BucketName = "bucket"\nAccessID = "a"\nCredentialsFile = "/k.json"\n'),
      findings: [`10 ${BOTH}`],
      fixes: [],
    },
  ]));

test('half of a pair', () =>
  says([
    {
      text: gcs('BucketName = "bucket"\nAccessID = "a"\n'),
      findings: [`9 ${half('AccessID', 'PrivateKey')}`],
      fixes: [],
    },
    {
      text: gcs('BucketName = "bucket"\nAccessID = ""\nPrivateKey = "k"\n'),
      findings: [`10 ${half('PrivateKey', 'AccessID')}`],
      fixes: [],
    },
  ]));

test('the other half is of another type, and that is said', () =>
  says([
    {
      text: gcs('BucketName = "bucket"\nAccessID = 1\nPrivateKey = "k"\n'),
      findings: ['9 error wrong-type «1»: wrong-type found=integer key=AccessID outcome=refused wanted=string'],
      fixes: ['* Change to `"1"`!'],
    },
  ]));

quiet({
  'a pair': gcs('BucketName = "bucket"\nAccessID = "a"\nPrivateKey = "k"\n'),
  'a pair, and no file': gcs('BucketName = "bucket"\nCredentialsFile = ""\nAccessID = "a"\nPrivateKey = "k"\n'),
  'credentials in a file': gcs('BucketName = "b-cache"\nCredentialsFile = "/k.json"\n'),
  'the credentials of the machine': gcs('BucketName = "b-cache"\n'),
});
