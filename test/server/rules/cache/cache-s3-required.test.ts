/** Keys of S3 that do not count. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed } from '../../findings';
import { says } from '../says';
import { BUCKET, quiet, s3 } from './cached';

const A = `AccessKey = "\${A}"\n`;
const B = `SecretKey = "\${B}"\n`;
const ADDRESS = 'ServerAddress = "minio:9000"\n';
const FIX = 'Add `AuthenticationType` with an example: `"access-key"`';
const finding = (line: number, key: string, missing: readonly string[]) => [
  `${line} warning cache-s3-required «${key}»: cache-s3-required count=${missing.length} key=${key} missing=${missing
    .map((name) => `\`${name}\``)
    .join(' and ')}`,
];

test('without the address they count where it is said that they do', () => {
  const text = s3(`${A}${B}${BUCKET}`);
  says([{ text, findings: finding(8, 'AccessKey', ['ServerAddress']), fixes: [`* ${FIX}`] }]);
  assert.equal(fixed(text, FIX), s3(`${A}${B}${BUCKET}AuthenticationType = "access-key"\n`));
});

test('one of them alone does not count', () =>
  says([
    { text: s3(`${A}${BUCKET}`), findings: finding(8, 'AccessKey', ['ServerAddress', 'SecretKey']), fixes: [] },
    { text: s3(`${ADDRESS}${B}${BUCKET}`), findings: finding(9, 'SecretKey', ['AccessKey']), fixes: [] },
    {
      text: s3(`${ADDRESS}${A}SecretKey = ""\n${BUCKET}`),
      findings: finding(9, 'AccessKey', ['SecretKey']),
      fixes: [],
    },
    {
      text: s3(`AuthenticationType = ""\n${A}${B}${BUCKET}`),
      findings: finding(9, 'AccessKey', ['ServerAddress']),
      fixes: [`* ${FIX}`],
    },
  ]));

test('one of another type is that mistake alone', () =>
  says([
    {
      text: s3(`${ADDRESS}${A}SecretKey = 1\n${BUCKET}`),
      findings: ['10 error wrong-type «1»: wrong-type found=integer key=SecretKey outcome=refused wanted=string'],
      fixes: ['* Change to `"1"`!'],
    },
    {
      text: s3(`AuthenticationType = 1\n${A}${B}${BUCKET}`),
      findings: [
        '8 error wrong-type «1»: wrong-type found=integer key=AuthenticationType outcome=refused wanted=string',
      ],
      fixes: ['* Change to `"1"`!'],
    },
  ]));

quiet({
  'the rights of the machine': s3(`ServerAddress = "s3.amazonaws.com"\n${BUCKET}`),
  'the rights of the machine, without an address': s3(BUCKET),
  'empty keys': s3(`AccessKey = ""\nSecretKey = ""\n${BUCKET}`),
  'all three': s3(`ServerAddress = "minio.example.com:9000"\n${A}${B}${BUCKET}`),
  'keys that count by the kind of authentication': s3(`AuthenticationType = "access-key"\n${A}${B}${BUCKET}`),
});
