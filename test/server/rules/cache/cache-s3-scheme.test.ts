/** An address of S3 with a scheme or a path. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, fixTitles } from '../../findings';
import { says } from '../says';
import { BUCKET, quiet, s3 } from './cached';

const at = (address: string, lines = '') => s3(`ServerAddress = "${address}"\n${BUCKET}${lines}`);
const scheme = (text: string, insecure = 'other') => [
  `8 error cache-s3-scheme «${text}»: cache-s3-scheme insecure=${insecure} text=${text}`,
];

test('a scheme', () => {
  says([
    { text: at('http://minio:9000/'), findings: scheme('http://', 'yes'), fixes: ['* Change to `"minio:9000"`'] },
    { text: at('HTTP://minio:9000'), findings: scheme('HTTP://', 'yes'), fixes: ['* Change to `"minio:9000"`'] },
    {
      text: at('https://s3.amazonaws.com'),
      findings: scheme('https://'),
      fixes: ['* Change to `"s3.amazonaws.com"`'],
    },
    { text: at('//minio:9000'), findings: scheme('//'), fixes: ['* Change to `"minio:9000"`'] },
    { text: at('s3+x-1.0://minio'), findings: scheme('s3+x-1.0://'), fixes: ['* Change to `"minio"`'] },
  ]);
  assert.equal(fixed(at('https://s3.amazonaws.com'), 'Change to `"s3.amazonaws.com"`'), at('s3.amazonaws.com'));
});

test('a scheme without encryption is said by a key of its own', () => {
  const FIX = 'Change to `"minio:9000"`';
  assert.equal(fixed(at('http://minio:9000/'), FIX), at('minio:9000', 'Insecure = true\n'));
  assert.equal(fixed(at('https://minio:9000/'), FIX), at('minio:9000'));
  const set = 'Insecure = false\n';
  assert.equal(fixed(at('http://minio:9000', set), FIX), at('minio:9000', set));
});

test('a path', () => {
  const text = at('minio:9000/bucket');
  says([
    {
      text,
      findings: ['8 error cache-s3-scheme «/bucket»: cache-s3-scheme.path host=minio:9000'],
      fixes: ['* Change to `"minio:9000"`'],
    },
  ]);
  assert.equal(fixed(text, 'Change to `"minio:9000"`'), at('minio:9000'));
});

test('blanks around the address go with what is wrong', () => {
  says([
    { text: at(' https://minio:9000'), findings: scheme('https://'), fixes: ['* Change to `"minio:9000"`'] },
    {
      text: at(' minio:9000/a '),
      findings: ['8 error cache-s3-scheme «/a »: cache-s3-scheme.path host=minio:9000'],
      fixes: ['* Change to `"minio:9000"`'],
    },
  ]);
});

test('of an address with a password nobody knows what is meant', () =>
  assert.deepEqual(fixTitles(at('https://a@minio:9000')), []));

quiet({
  'a host and a port': at('minio.example.com:9000'),
  'an address of IPv6': s3('ServerAddress = "[::1]:9000"\nBucketName = "cache"\n'),
  'an address that is filled in': s3('ServerAddress = "{{ scheme }}://minio"\nBucketName = "cache"\n'),
  'no address': at(''),
});
