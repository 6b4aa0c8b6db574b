/** schemas/config.schema.json as another tool meets it: a standard JSON Schema of the whole file. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020';
import { counted } from '../../counted';

const schema = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'));

function compile() {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  ajv.addVocabulary(['x-gitlab-runner']);
  return ajv.compile(schema);
}

const configuration = () => ({
  concurrent: 4,
  log_level: 'WARNING',
  connection_max_age: '15m',
  runners: [
    {
      name: 'docker',
      url: 'https://gitlab.example.com/',
      token: 'glrt-x',
      token_expires_at: '2026-01-01T10:00:00Z',
      executor: 'docker',
      environment: ['LC_ALL=C.UTF-8'],
      feature_flags: { FF_NETWORK_PER_BUILD: true },
      docker: {
        image: 'alpine:3.21',
        pull_policy: ['always', 'if-not-present'],
        services: [{ name: 'postgres:17', alias: 'db' }],
        sysctls: { 'net.ipv4.ip_forward': '1' },
      },
      cache: { Type: 's3', s3: { ServerAddress: 's3.example.com', AuthenticationType: 'IAM' } },
    },
  ],
});

test('it is a valid schema of draft 2020-12, in strict mode', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  ajv.addVocabulary(['x-gitlab-runner']);
  assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.equal(ajv.validateSchema(schema), true, JSON.stringify(ajv.errors));
  assert.doesNotThrow(() => ajv.compile(schema));
});

test('it accepts a configuration that the runner accepts', () => {
  const validate = compile();
  assert.equal(validate(configuration()), true, JSON.stringify(validate.errors));
});

test('it refuses what is misspelt, of the wrong type, removed or missing', () => {
  const validate = compile();
  const broken = configuration() as Record<string, unknown>;
  broken.concurent = 4;
  broken.concurrent = '4';
  broken.runners = [
    {
      executor: 'dokcer',
      pre_clone_script: 'true',
      connection_max_age: '1 h',
      kubernetes: { volumes: { nfs: [{ name: 'x', mount_path: '/x', server: 'nfs' }] } },
    },
  ];
  assert.equal(validate(broken), false);
  const problems = validate.errors?.map(({ instancePath, keyword, params }) =>
    [instancePath, keyword, params.additionalProperty ?? params.missingProperty ?? ''].join(' ').trim(),
  );
  assert.deepEqual(problems?.sort(), [
    '/concurrent type',
    '/runners/0 additionalProperties connection_max_age',
    '/runners/0 additionalProperties pre_clone_script',
    '/runners/0/executor enum',
    '/runners/0/kubernetes/volumes/nfs/0 required path',
    'additionalProperties concurent',
  ]);
});

test('every definition is used or is a type in its own right', () => {
  const text = JSON.stringify(schema);
  for (const [name, definition] of counted(Object.entries<Record<string, unknown>>(schema.$defs))) {
    const standsAlone = ['table', 'array-of-tables'].includes(name) || definition['x-gitlab-runner'];
    assert.ok(standsAlone || text.includes(`"#/$defs/${name}"`), name);
  }
});

const facts = '../shared/facts';
const skip = existsSync(facts) ? false : `${facts} is not here: the schema is NOT compared with the facts`;
if (skip) console.error(`*** ${skip} ***`);

test('the committed files are what the generator makes of the facts', { skip }, () => {
  const run = spawnSync(process.execPath, ['scripts/generate-schema.mjs', facts, '--check'], { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  // A newer runner has been brought in since, which the facts do not know.
  if (run.stderr) console.error(`*** ${run.stderr.trim()} ***`);
});
