/**
 * From a log to the lines that cure it: the configuration before and after (test/data/job-log-stations), in a file of its own and in
 * YAML. `UPDATE_STATIONS=1` writes what comes after; look at it.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { explainText } from '../../../server/joblog/explain';
import type { FileCure } from '../../../server/log-cures';
import { loadDefaultSchema } from '../../../server/schema/schema';
import { readVersion } from '../../../server/schema/version';
import { Service } from '../../../server/service';
import { defaultSettings } from '../../../server/settings';
import { counted } from '../../counted';

const STATIONS = 'test/data/job-log-stations';
const BEGINNING = 'runners:\n  config: |\n';
const MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: gitlab-runner\ndata:\n  config.toml: |\n';

const indented = (toml: string) => toml.replace(/^(?=.)/gm, '    ');
const containers = [
  ['config.toml', 'gitlab-runner-config', (toml: string) => toml],
  ['values.yaml', 'yaml', (toml: string) => BEGINNING + indented(toml)],
  ['configmap.yaml', 'yaml', (toml: string) => MAP + indented(toml)],
] as const;

/** The cures of the first error of a log. */
function curesIn(
  text: string,
  log: string,
  { uri = 'config.toml', languageId = 'gitlab-runner-config', version = '' } = {},
) {
  const { errors, runner } = explainText(log);
  const schema = loadDefaultSchema();
  const read = version === '' ? undefined : readVersion(version, schema.releases, schema.newest().version);
  const runnerVersion = read && !('wrong' in read) ? read : undefined;
  const service = new Service({ settingsOf: () => ({ ...defaultSettings, runnerVersion }) });
  const [error] = errors;
  assert.ok(error, log);
  return service.logs.cures({ uri, languageId, version: 0, getText: () => text }, error, runner);
}

function applied(text: string, cure: FileCure | undefined): string {
  return TextDocument.applyEdits(TextDocument.create('a', 'toml', 0, text), [...(cure?.fileEdits ?? [])]);
}

/** The configuration with the best cure; as it was where there is none. */
const cured = (toml: string, log: string, version = '') => applied(toml, curesIn(toml, log, { version })[0]);

/** Where the log complains of a value, not of a gap. */
const refusedValues = new Set(['4-unauthorized', '7-helper-image', 'failed-registration']);

describe('the stations', () => {
  for (const station of counted(readdirSync(STATIONS), 11)) {
    const read = (name: string) => readFileSync(join(STATIONS, station, name), 'utf8');
    test(`${station}: the log leads to the edit`, () => {
      const [log, before] = [read('job.log'), read('before.toml')];
      if (process.env.UPDATE_STATIONS) writeFileSync(join(STATIONS, station, 'after.toml'), cured(before, log));
      for (const [uri, languageId, wrap] of containers) {
        const text = wrap(before);
        assert.equal(applied(text, curesIn(text, log, { uri, languageId })[0]), wrap(read('after.toml')), uri);
      }
    });

    test(`${station}: what is done is not offered again, but a new value for one that was refused`, () => {
      const after = read('after.toml').replace(/<[^">]+>/g, 'filled-in');
      const again = curesIn(after, read('job.log')).filter(({ edits }) => (edits[0]?.choice ?? 1) === 1);
      assert.equal(again.length, refusedValues.has(station) ? 1 : 0);
    });
  }
});

const refused = 'Cannot connect to the Docker daemon at tcp://docker:2375. Is the docker daemon running?';
const docker = (name: string, more = '') =>
  `[[runners]]\n  name = "${name}"\n  executor = "docker"\n${more}  [runners.docker]\n    image = "a"\n`;

describe('the right runner', () => {
  const log = (name: string, token: string) =>
    `Running with gitlab-runner 17.5.3 (1)\n  on ${name} ${token}, system ID: s_1\nPreparing the "docker" executor\n$ docker info\n${refused}\nERROR: Job failed: exit code 1`;
  const two =
    docker('a', '  token = "glrt-t1_first00000000000"\n') + docker('b', '  token = "glrt-t1_secnd00000000000"\n');

  test('is found by its token, else by its name', () => {
    const namesOf = (text: string) => curesIn(two, text).map(({ fileEdits }) => fileEdits[0]?.range.start.line);
    assert.deepEqual(
      namesOf(log('a', 't1_secnd00')).every((line) => (line ?? 0) > 6),
      true,
    );
    assert.deepEqual(
      namesOf(log('a', 't1_other00')).every((line) => (line ?? 9) <= 6),
      true,
    );
  });

  test('of two that it may be both are offered', () => {
    assert.equal(curesIn(two, log('c', 't1_other00')).length, 2);
  });

  test('is of the executor that the log names: others are left alone', () => {
    const kubernetes = '[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    image = "a"\n';
    assert.deepEqual(curesIn(kubernetes, log('c', 't1_other00')), []);
    assert.match(
      applied(docker('a') + kubernetes, curesIn(docker('a') + kubernetes, log('c', 't1_other00'))[0]),
      /privileged = true[\s\S]*kubernetes/,
    );
  });

  test('may be a piece that begins in the middle', () => {
    assert.match(
      cured('[runners.kubernetes]\n  image = "a"\n', 'timed out waiting for pod to start'),
      /poll_timeout = 600/,
    );
  });
});

describe('what the file says already', () => {
  test('a value, a larger number, an item and a table are not offered again', () => {
    const kubernetes = (lines: string) =>
      `[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    image = "a"\n${lines}`;
    for (const [lines, log] of [
      ['    poll_timeout = 900\n', 'timed out waiting for pod to start'],
      [
        '    service_account = "b"\n    [[runners.kubernetes.host_aliases]]\n      ip = "192.0.2.1"\n      hostnames = ["a.example.com"]\n',
        'Could not resolve host: a.example.com',
      ],
      [
        '    allowed_pull_policies = ["always"]\n    pull_policy = "always"\n',
        'the configured PullPolicies ([Always]) are not allowed by AllowedPullPolicies ([never])',
      ],
    ] as const) {
      const edits = curesIn(kubernetes(lines), log).filter(({ edits: [edit] }) => (edit?.choice ?? 1) === 1);
      assert.deepEqual(edits, [], lines);
      assert.equal(
        curesIn(kubernetes(''), log).filter(({ edits: [edit] }) => (edit?.choice ?? 1) === 1).length,
        1,
        log,
      );
    }
  });

  test('a line that is to go is not offered where it is not there', () => {
    const log = 'unknown or invalid runtime name: nvidia';
    assert.deepEqual(curesIn(docker('a'), log), []);
    assert.equal(cured(`${docker('a')}    runtime = "nvidia"\n`, log), docker('a'));
  });

  test('the entry of a map that the log complains of is taken out', () => {
    const log = 'invalid log options: only ["env" "labels"] are allowed, but found: ["max-size"]';
    const options = `${docker('a')}    [runners.docker.log_options]\n      env = "a"\n`;
    assert.equal(cured(`${options}      max-size = "10m"\n`, log), options);
  });

  test('the item that the log complains of is taken out of a list', () => {
    const log = 'volume for container path "/cache" is already defined';
    const twice = `${docker('a')}    volumes = ["/cache", "/data:/cache"]\n`;
    assert.equal(cured(twice, log), twice.replace('"/cache", ', ''));
  });
});

describe('the version of the runner', () => {
  test('decides which keys there are', () => {
    const log = 'container "helper" is in CrashLoopBackOff: exec format error';
    const toml = '[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    image = "a"\n';
    assert.match(cured(toml, log), /helper_image_autoset_arch_and_os = true/);
    assert.match(cured(toml, log, '13.0'), /node_selector\]\n[\s\S]*"kubernetes\.io\/arch" = "amd64"/);
    assert.match(cured(`# gitlab-runner: version=13.0\n${toml}`, log), /node_selector/);
  });

  test('is that of the log where it tells one, whatever the file is meant for', () => {
    const log = (version: string) =>
      `Running with gitlab-runner ${version} (1)\nPreparing the "kubernetes" executor\ncontainer "helper" is in CrashLoopBackOff: exec format error\nERROR: Job failed (system failure): x`;
    const toml = '[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    image = "a"\n';
    assert.match(cured(toml, log('13.0.1')), /node_selector/);
    assert.match(cured(toml, log('13.0.1'), '18.0'), /node_selector/);
    assert.match(cured(`# gitlab-runner: version=18.0\n${toml}`, log('13.0.1')), /node_selector/);
    assert.match(cured(`# gitlab-runner: version=13.0\n${toml}`, log('17.5.0')), /helper_image_autoset_arch_and_os/);
    // A version that there never was says nothing.
    assert.match(cured(toml, log('13.99.0'), '13.0'), /node_selector/);
  });
});

const seeds = '../shared/seeds';
const skip = existsSync(seeds) ? false : `${seeds} is not here: the edits that its authors made were NOT compared`;

describe('the seeds', { skip }, () => {
  /** What each station's author wrote, where the log has the value or nobody can know it. */
  const made = [
    ['004-case-1', /^\s*host = "https:/m],
    ['004-case-2', /^\s*ca_file = "\/etc\/kubernetes\/pki\/ca\.crt"/m],
    ['004-case-3', /^\s*service_account = "gitlab-runner"\n\s*bearer_token = "/m],
    ['004-case-4', /^\s*bearer_token = "/m],
    ['004-case-5', /^\s*namespace = "gitlab"/m],
    ['004-case-7', /^\s*helper_image = ".*gitlab-runner-helper:x86_64-v/m],
    ['004-case-8', /^\s*poll_timeout = 600/m],
    ['003-register-forbidden', /^\s*token = "/m],
  ] as const;
  for (const [name, line] of made) {
    test(`${name}: the edit that the author made`, () => {
      const log = readFileSync(`${seeds}/${name}.log`, 'utf8');
      const after = cured('[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    image = "a"\n', log);
      assert.match(after, line);
      assert.doesNotMatch(after, /bearer_token_overwrite_allowed/);
    });
  }

  test('004-case-6: nothing to change, commands only', () => {
    const log = readFileSync(`${seeds}/004-case-6.log`, 'utf8');
    const { errors } = explainText(log);
    assert.deepEqual([errors[0]?.id, errors[0]?.edits], ['k8s-forbidden-namespace', []]);
    assert.ok(errors[0]?.commands.some((command) => command.includes('rolebinding')));
  });
});
