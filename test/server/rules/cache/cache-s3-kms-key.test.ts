/** A key of an encryption that needs none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { fixed } from '../../findings';
import { says } from '../says';
import { BUCKET, quiet, s3 } from './cached';

const ID = 'ServerSideEncryptionKeyID = "alias/k"\n';
const kind = (written: string) => `ServerSideEncryption = ${written}\n`;
const FIX = 'Remove `ServerSideEncryptionKeyID`';

test('the key is not used', () => {
  for (const lines of counted(['', kind('""'), kind('"S3"'), kind('"s3"'), kind('"AES256"')])) {
    const text = s3(`${BUCKET}${lines}${ID}`);
    says([
      {
        text,
        findings: [`${lines ? 11 : 10} hint cache-s3-kms-key «ServerSideEncryptionKeyID»: cache-s3-kms-key`],
        fixes: [FIX],
      },
    ]);
    assert.equal(fixed(text, FIX), s3(`${BUCKET}${lines}`));
  }
});

test('a kind that there is not, or of another type, is that mistake alone', () =>
  says([
    {
      text: s3(`${BUCKET}${kind('1')}${ID}`),
      findings: [
        '10 error wrong-type «1»: wrong-type found=integer key=ServerSideEncryption outcome=refused wanted=string',
      ],
      fixes: ['* Change to `"1"`!'],
    },
  ]));

quiet({
  ...Object.fromEntries(
    ['KMS', 'aws:kms', 'DSSE-KMS', 'aws:kms:dsse'].map((name) => [
      `${name} with its key`,
      s3(`${BUCKET}${kind(`"${name}"`)}${ID}`),
    ]),
  ),
  'no key': s3(`${BUCKET}${kind('"S3"')}`),
  'an empty key': s3(`${BUCKET}${kind('"S3"')}ServerSideEncryptionKeyID = ""\n`),
});
