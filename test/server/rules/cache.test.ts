/** What is said of caches. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { counted } from '../../counted';
import { briefReportOf, fixed } from '../findings';

/** A runner with a cache: the lines of `[runners.cache]`, from line 6 on. */
function cache(lines: string, token = `\${T}`): string {
  return `[[runners]]\n  url = "https://gitlab.example.com"\n  token = "${token}"\n  executor = "shell"\n[runners.cache]\n${lines}`;
}

/** A cache on S3: the lines of its table, from line 8 on. */
function s3(lines: string): string {
  return cache(`Type = "s3"\n[runners.cache.s3]\n${lines}`);
}

const BUCKET = 'BucketName = "cache"\nBucketLocation = "eu-central-1"\n';

test('a type without its table', () => {
  const text = cache('Type = "gcs"\n');
  assert.deepEqual(briefReportOf(text), ['6 warning cache-type-table «"gcs"»']);
  assert.match(
    fixed(text, 'Add `[runners.cache.gcs]`'),
    /\[runners\.cache\.gcs\]\n\s+BucketName = "gitlab-runner-cache"/,
  );
});

test('a table without its type', () => {
  const text = cache(`Shared = true\n[runners.cache.s3]\n${BUCKET}`);
  assert.deepEqual(briefReportOf(text), ['7 warning cache-type-table «runners.cache.s3»']);
  const after = fixed(text, 'Add `Type` with an example: `"s3"`');
  assert.match(after, /Type = "s3"\n/);
  assert.deepEqual(briefReportOf(after), []);
  assert.deepEqual(briefReportOf(cache(`Type = ""\n[runners.cache.s3]\n${BUCKET}`)), [
    '7 warning cache-type-table «runners.cache.s3»',
  ]);
});

test('nowhere to keep it', () => {
  assert.deepEqual(briefReportOf(s3('ServerAddress = "minio:9000"\n')), [
    '7 warning cache-bucket-empty «runners.cache.s3»',
  ]);
  assert.deepEqual(briefReportOf(s3('BucketName = ""\n')), ['8 warning cache-bucket-empty «""»']);
  assert.deepEqual(briefReportOf(cache('Type = "azure"\n[runners.cache.azure]\nAccountName = "a"\n')), [
    '7 warning cache-bucket-empty «runners.cache.azure»',
  ]);
  assert.deepEqual(briefReportOf(cache('Type = "s3"\ns3 = {}\n')), ['7 warning cache-bucket-empty «s3»']);
});

test('a container without its account', () => {
  assert.deepEqual(briefReportOf(cache('Type = "azure"\n[runners.cache.azure]\nContainerName = "cache"\n')), [
    '7 warning cache-azure-account «runners.cache.azure»',
  ]);
});

test('keys of S3 that do not count', () => {
  const text = s3(`AccessKey = "\${A}"\nSecretKey = "\${B}"\n${BUCKET}`);
  assert.deepEqual(briefReportOf(text), ['8 warning cache-s3-required «AccessKey»']);
  assert.deepEqual(briefReportOf(fixed(text, 'Add `AuthenticationType` with an example: `"access-key"`')), []);
  assert.deepEqual(briefReportOf(s3(`ServerAddress = "minio:9000"\nSecretKey = "b"\n${BUCKET}`)), [
    '9 warning cache-s3-required «SecretKey»',
  ]);
});

test('an address with a scheme or a path', () => {
  const text = s3(`ServerAddress = "http://minio:9000/"\n${BUCKET}`);
  assert.deepEqual(briefReportOf(text), ['8 error cache-s3-scheme «http://»']);
  assert.match(fixed(text, 'Change to `"minio:9000"`'), /ServerAddress = "minio:9000"[\s\S]*Insecure = true/);
  const aws = s3(`ServerAddress = "https://s3.amazonaws.com"\n${BUCKET}`);
  assert.deepEqual(briefReportOf(aws), ['8 error cache-s3-scheme «https://»']);
  assert.deepEqual(briefReportOf(fixed(aws, 'Change to `"s3.amazonaws.com"`')), []);
  const path = s3(`ServerAddress = "minio:9000/bucket"\n${BUCKET}`);
  assert.deepEqual(briefReportOf(path), ['8 error cache-s3-scheme «/bucket»']);
  assert.deepEqual(briefReportOf(fixed(path, 'Change to `"minio:9000"`')), []);
});

test('AWS without encryption', () => {
  const text = s3(`ServerAddress = "s3.amazonaws.com"\n${BUCKET}Insecure = true\n`);
  assert.deepEqual(briefReportOf(text), ['11 warning cache-s3-insecure-aws «true»']);
  assert.deepEqual(briefReportOf(fixed(text, 'Change to `false`')), []);
});

test('a directory bucket', () => {
  const bucket = 'BucketName = "cache--euc1-az1--x-s3"\nBucketLocation = "eu-central-1"\n';
  const text = s3(bucket);
  assert.deepEqual(briefReportOf(text), ['8 warning cache-s3-express-dualstack «"cache--euc1-az1--x-s3"»']);
  assert.deepEqual(briefReportOf(fixed(text, 'Add `DualStack` with an example: `false`')), []);
  assert.deepEqual(briefReportOf(s3(`${bucket}DualStack = true\n`)), ['10 warning cache-s3-express-dualstack «true»']);
});

test('credentials of Google', () => {
  const gcs = (lines: string) =>
    briefReportOf(cache(`Type = "gcs"\n[runners.cache.gcs]\nBucketName = "bucket"\n${lines}`));
  assert.deepEqual(gcs('CredentialsFile = "/k.json"\nAccessID = "a"\nPrivateKey = "k"\n'), [
    '9 hint cache-gcs-both-credentials «CredentialsFile»',
  ]);
  assert.deepEqual(gcs('AccessID = "a"\n'), ['9 hint cache-gcs-both-credentials «AccessID»']);
  assert.deepEqual(gcs('AccessID = "a"\nPrivateKey = "k"\n'), []);
});

test('a key of an encryption without one, and a bucket without its region', () => {
  assert.deepEqual(briefReportOf(s3(`${BUCKET}ServerSideEncryption = "S3"\nServerSideEncryptionKeyID = "alias/k"\n`)), [
    '11 hint cache-s3-kms-key «ServerSideEncryptionKeyID»',
  ]);
  assert.deepEqual(briefReportOf(s3('ServerAddress = "s3.amazonaws.com"\nBucketName = "cache"\n')), [
    '9 hint cache-s3-region «"cache"»',
  ]);
});

test('names of buckets and containers', () => {
  const gcs = (name: string) => cache(`Type = "gcs"\n[runners.cache.gcs]\nBucketName = "${name}"\n`);
  assert.deepEqual(briefReportOf(gcs('gs://b')), ['8 warning invalid-value «gs://»']);
  assert.match(fixed(gcs('gs://b'), 'Change to `"b"`'), /BucketName = "b"\n/);
  assert.deepEqual(briefReportOf(gcs('My_Bucket/x')), ['8 warning invalid-value «"My_Bucket/x"»']);
  for (const name of counted(['b-cache', 'cache.example.com', 'my_bucket']))
    assert.deepEqual(briefReportOf(gcs(name)), []);
  const azure = (name: string) =>
    cache(`Type = "azure"\n[runners.cache.azure]\nAccountName = "a"\nContainerName = "${name}"\n`);
  assert.deepEqual(briefReportOf(azure('Runners')), ['9 warning invalid-value «"Runners"»']);
  assert.match(fixed(azure('Runners'), 'Change to `"runners"`'), /ContainerName = "runners"\n/);
  assert.deepEqual(briefReportOf(azure('a--b')), ['9 warning invalid-value «"a--b"»']);
  for (const name of counted(['runners-cache', 'cache', 'c1c'])) assert.deepEqual(briefReportOf(azure(name)), []);
  assert.deepEqual(briefReportOf(s3('BucketName = "s3://cache"\nBucketLocation = "x"\n')), [
    '8 warning invalid-value «s3://»',
  ]);
});

describe('nothing is said of', () => {
  const quiet: Readonly<Record<string, string>> = {
    'the tables that register left': cache('[runners.cache.s3]\n[runners.cache.gcs]\n[runners.cache.azure]\n'),
    'the tables that register left, with a size': cache(
      'MaxUploadedArchiveSize = 0\n[runners.cache.s3]\nAssumeRoleMaxConcurrency = 0\n[runners.cache.gcs]\n',
    ),
    'an empty table': cache(''),
    'no cache': '[[runners]]\n  executor = "shell"\n',
    'the rights of the machine': s3(`ServerAddress = "s3.amazonaws.com"\n${BUCKET}`),
    'the rights of the machine, without an address': s3(BUCKET),
    'empty keys': s3(`AccessKey = ""\nSecretKey = ""\n${BUCKET}`),
    'all three': s3(`ServerAddress = "minio.example.com:9000"\nAccessKey = "\${A}"\nSecretKey = "\${B}"\n${BUCKET}`),
    'keys that count by the kind of authentication': s3(
      `AuthenticationType = "access-key"\nAccessKey = "\${A}"\nSecretKey = "\${B}"\n${BUCKET}`,
    ),
    'keys in another case': cache(
      'type = "s3"\n[runners.cache.s3]\nserveraddress = "minio:9000"\nbucketname = "cache"\n',
    ).replace(
      /^(type|serveraddress|bucketname)/gm,
      (name) => ({ type: 'Type', serveraddress: 'ServerAddress', bucketname: 'BucketName' })[name] ?? name,
    ),
    'MinIO without a region': s3('ServerAddress = "minio.svc:9000"\nBucketName = "cache"\nInsecure = true\n'),
    'another store that speaks S3': s3('ServerAddress = "x.ams3.digitaloceanspaces.com"\nBucketName = "cache"\n'),
    'an address of IPv6': s3('ServerAddress = "[::1]:9000"\nBucketName = "cache"\n'),
    'an address that is filled in': s3('ServerAddress = "{{ scheme }}://minio"\nBucketName = "cache"\n'),
    'a bucket that is filled in': s3(`BucketName = "\${BUCKET}"\nBucketLocation = "\${REGION}"\n`),
    'an encryption with its key': s3(
      `${BUCKET}ServerSideEncryption = "aws:kms"\nServerSideEncryptionKeyID = "alias/k"\n`,
    ),
    'a directory bucket behind an address': s3(
      'ServerAddress = "s3.example.com"\nBucketName = "cache--euc1-az1--x-s3"\nBucketLocation = "eu-central-1"\n',
    ),
    'credentials in a file': cache(
      'Type = "gcs"\n[runners.cache.gcs]\nBucketName = "b-cache"\nCredentialsFile = "/k.json"\n',
    ),
    'the credentials of the machine': cache('Type = "gcs"\n[runners.cache.gcs]\nBucketName = "b-cache"\n'),
    'an account of Azure': cache(
      'Type = "azure"\n[runners.cache.azure]\nAccountName = "a"\nContainerName = "cache"\nStorageDomain = "blob.core.windows.net"\n',
    ),
    'a table in braces': cache('Type = "s3"\ns3 = { BucketName = "cache", BucketLocation = "eu-central-1" }\n'),
    'two storages and no type': cache(
      '[runners.cache.s3]\nBucketName = "a"\nBucketLocation = "x"\n[runners.cache.gcs]\nBucketName = "b-cache"\n',
    ),
    'an access point': s3(
      'BucketName = "arn:aws:s3:eu-west-1:123456789012:accesspoint/x"\nBucketLocation = "eu-west-1"\n',
    ),
  };
  for (const [what, text] of counted(Object.entries(quiet), 20)) {
    it(what, () => assert.deepEqual(briefReportOf(text), []));
  }
});

test('a fault that is told elsewhere is told once', () => {
  const old = cache('Type = "s3"\nServerAddress = "minio:9000"\nBucketName = "cache"\n');
  assert.ok(briefReportOf(old).length > 0);
  assert.deepEqual(
    briefReportOf(old).filter((line) => / cache-/.test(line)),
    [],
  );
  const spelled = cache('Type = "S3"\n[runners.cache.s3]\n');
  assert.deepEqual(briefReportOf(spelled), ['6 warning invalid-value «"S3"»']);
});

test('a credential of another type is that mistake alone', () => {
  const text =
    '[[runners]]\n  [runners.cache]\n    Type = "s3"\n    [runners.cache.s3]\n      ServerAddress = "s3.example.com"\n      AccessKey = "a"\n      SecretKey = 1\n';
  assert.deepEqual(
    briefReportOf(text).filter((each) => /wrong-type|cache-s3-required/.test(each)),
    ['7 error wrong-type «1»'],
  );
});
