/** Where a known name that stands in the wrong table belongs. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dataReportOf } from '../findings';

/** What is said of the text alone: `message arguments`. */
function said(text: string): string[] {
  return dataReportOf(text).map((line) => line.slice(line.indexOf('»: ') + 3));
}

const at = (home: string, key: string, table = '[[runners]]') => `misplaced-key home=${home} key=${key} table=${table}`;
const places = (key: string, ...tables: string[]) =>
  tables.map((table) => `(word.key-in key=${key} table=${table})`).join(' and ');

describe('a name belongs', () => {
  it('to the table of the executor that the runner names', () => {
    for (const executor of ['docker', 'kubernetes']) {
      const text = `[[runners]]\nexecutor = "${executor}"\nimage = "a"\n`;
      assert.deepEqual(said(text), [at(`[runners.${executor}]`, 'image')]);
    }
  });

  it('else to the one whose table is there', () => {
    assert.deepEqual(said('[[runners]]\nimage = "a"\n[runners.docker]\n'), [at('[runners.docker]', 'image')]);
    assert.deepEqual(said('[[runners]]\nimage = "a"\n[runners.kubernetes]\n'), [at('[runners.kubernetes]', 'image')]);
  });

  it('to one of several, where nothing tells which', () => {
    const either = `unknown-key.elsewhere key=image places=${places('image', '[runners.docker]', '[runners.kubernetes]')} table=[[runners]]`;
    assert.deepEqual(said('[[runners]]\nimage = "a"\n'), [either]);
    assert.deepEqual(said('[[runners]]\nimage = "a"\n[runners.docker]\n[runners.kubernetes]\n'), [either]);
  });

  it('nowhere that this runner reads', () => {
    assert.deepEqual(said('[[runners]]\nexecutor = "shell"\nimage = "a"\n'), [
      'unknown-key key=image table=[[runners]]',
    ]);
    assert.deepEqual(said('[[runners]]\nexecutor = "kubernetes"\nvolumes = ["/a"]\n'), [
      `unknown-key.elsewhere-unread key=volumes places=${places('volumes', '[runners.docker]')} table=[[runners]]`,
    ]);
    assert.deepEqual(said('[[runners]]\nexecutor = "docker"\n[runners.docker]\nnamespace = "x"\n'), [
      `unknown-key.elsewhere-unread key=namespace places=${places('namespace', '[runners.kubernetes]')} table=[runners.docker]`,
    ]);
  });

  it('to the nearest table around the one below whose header it slipped', () => {
    assert.deepEqual(said('[[runners]]\n[runners.docker]\nlimit = 2\n'), [
      at('[[runners]]', 'limit', '[runners.docker]'),
    ]);
    assert.deepEqual(
      said('[[runners]]\n[runners.docker]\n[[runners.docker.services]]\nname = "a"\nprivileged = true\n'),
      [at('[runners.docker]', 'privileged', '[[runners.docker.services]]')],
    );
    assert.deepEqual(said('[[runners]]\n[runners.docker]\nconcurrent = 3\n'), [
      at('top', 'concurrent', '[runners.docker]'),
    ]);
  });

  it('to the sub-table that a Type names', () => {
    for (const type of ['gcs', 's3']) {
      const text = `[[runners]]\n[runners.cache]\nType = "${type}"\nBucketName = "x"\n`;
      assert.match(said(text).join(), new RegExp(`table=\\[runners\\.cache\\.${type}\\]`));
    }
    assert.deepEqual(said('[[runners]]\n[runners.cache]\nType = "azure"\nAccountName = "x"\n'), [
      at('[runners.cache.azure]', 'AccountName', '[runners.cache]'),
    ]);
  });

  it('to the one table that has it, below the runner', () =>
    assert.deepEqual(said('[[runners]]\nMachineName = "x"\n'), [at('[runners.machine]', 'MachineName')]));

  it('to none, far from all that have it', () => {
    assert.deepEqual(said('IdleCount = 1\n'), ['unknown-key key=IdleCount table=top']);
    assert.deepEqual(said('[session_server]\nlimit = 1\n'), ['unknown-key key=limit table=[session_server]']);
  });

  it('only where its value is of the kind that the key takes', () => {
    const elsewhere = (key: string, ...tables: string[]) =>
      `unknown-key.elsewhere key=${key} places=${places(key, ...tables)} table=[[runners]]`;
    const docker = (line: string) => said(`[[runners]]\nexecutor = "docker"\n${line}\n`);
    assert.deepEqual(docker('image = ["a"]'), [elsewhere('image', '[runners.docker]')]);
    assert.deepEqual(docker('services = true'), [elsewhere('services', '[runners.docker]')]);
    for (const value of ['"always"', '["always"]', '1']) {
      assert.deepEqual(docker(`pull_policy = ${value}`), [at('[runners.docker]', 'pull_policy')], value);
    }
    const kubernetes = (line: string) => said(`[[runners]]\nexecutor = "kubernetes"\n${line}\n`);
    assert.deepEqual(kubernetes('node_selector = "x"'), [elsewhere('node_selector', '[runners.kubernetes]')]);
    assert.deepEqual(kubernetes('host_aliases = [{ ip = "1", hostnames = ["a"] }]'), [
      at('[runners.kubernetes]', 'host_aliases'),
    ]);
  });

  it('out of a map that does not take it, to the table around that takes its value', () => {
    const inMap = (home: string, key: string) =>
      `misplaced-key.in-map home=${home} key=${key} outcome=refused table=[runners.docker.sysctls]`;
    const sysctls = (line: string) => said(`[[runners]]\n[runners.docker.sysctls]\n${line}\n`);
    assert.deepEqual(sysctls('limit = 2'), [inMap('[[runners]]', 'limit')]);
    assert.deepEqual(sysctls('environment = ["a"]'), [inMap('[[runners]]', 'environment')]);
    assert.deepEqual(sysctls('services = [{ name = "a" }]'), [inMap('[runners.docker]', 'services')]);
  });

  it('with a header of its own, to the list or table of that name', () => {
    const table = (text: string, name: string, ...tables: string[]) =>
      assert.deepEqual(said(`[[runners]]\n${text}`), [
        `unknown-table.misspelled key=runners.${name} tables=${tables.map((each) => `\`${each}\``).join(' or ')}`,
      ]);
    const services = '[[runners.services]]\nname = "a"\n';
    table(`executor = "docker"\n${services}`, 'services', '[[runners.docker.services]]');
    table(services, 'services', '[[runners.docker.services]]', '[[runners.kubernetes.services]]');
    table('[[runners.host_aliases]]\nip = "1"\n', 'host_aliases', '[[runners.kubernetes.host_aliases]]');
    table('[runners.node_selector]\na = "b"\n', 'node_selector', '[runners.kubernetes.node_selector]');
    table('[runners.s3]\nBucketName = "a"\n', 's3', '[runners.cache.s3]');
  });

  it('beside its table, to that of the executor and not to the one around', () => {
    assert.deepEqual(said('[[runners]]\nexecutor = "docker"\n[runners.cache]\n[runners.cache.s3]\nimage = "a"\n'), [
      at('[runners.docker]', 'image', '[runners.cache.s3]'),
    ]);
    assert.deepEqual(said('[[runners]]\n[runners.cache]\n[runners.cache.s3]\nPath = "y"\n'), [
      at('[runners.cache]', 'Path', '[runners.cache.s3]'),
    ]);
  });
});
