/** What a Docker daemon was asked for by a real runner, one test a record. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { md5, sha256 } from '../../../server/preview/docker/hashes';
import { linuxPaths, windowsPaths } from '../../../server/preview/docker/paths';
import { isHostMounted, parseVolume } from '../../../server/preview/docker/volumes';
import { isObject, type Json } from '../../../server/preview/json';
import { ordinaryJob } from '../../../server/preview/ordinary-job';
import { byRunner } from '../../../server/preview/origin';
import { Variables } from '../../../server/preview/variables';
import { counted } from '../../counted';
import { least } from '../../shared';
import { judged, previewed, recorded, skip } from './recorded';

/** What differs, with the reason. */
const left: ReadonlyMap<string, string> = new Map([
  ['ff-script-to-step', 'the names of variables are sent compressed: what comes out depends on who compresses'],
]);

describe('requests to a daemon as a runner sent them', { skip }, () => {
  const all = recorded('docker.jsonl').filter(({ error }) => !error?.startsWith('load: '));
  test('there are many', () => {
    counted(all, 150);
  });
  for (const { name, toml, job, containers, error } of all) {
    test(name, { skip: left.get(name) ?? false }, () => {
      const made = previewed(toml, job, 'docker');
      assert.equal(made.error, error);
      if (error === undefined) assert.deepEqual(made.containers, containers);
    });
  }
});

describe('functions of the Docker executor as the runner has them', () => {
  interface Volume {
    readonly in: string;
    readonly error?: string;
    readonly bind?: string;
  }
  for (const [name, isWindows] of [['linux_volume', false] as const, ['windows_volume', true] as const]) {
    test(name, () => {
      for (const row of counted(judged<Volume>('functions-docker.json', name), least(40))) {
        // The function alone does not know what a variable stands for.
        if (row.in.includes('$')) continue;
        assert.equal(bindOf(row.in, isWindows), row.error ?? row.bind, row.in);
      }
    });
  }

  interface Path {
    readonly in: string;
    readonly abs: boolean;
    readonly root: boolean;
  }
  for (const [name, paths] of [['linux_path', linuxPaths] as const, ['windows_path', windowsPaths] as const]) {
    test(name, () => {
      for (const row of counted(judged<Path>('functions-docker.json', name), least(10))) {
        assert.equal(paths.isAbsolute(row.in), row.abs, row.in);
        assert.equal(paths.isRoot(row.in), row.root, row.in);
      }
    });
  }
});

describe('texts of keys as the runner sends them', () => {
  interface Text {
    readonly in: string;
    readonly error?: string;
    readonly out?: Json;
    readonly soft?: number;
    readonly hard?: number;
  }
  const fields = { gpus: 'DeviceRequests', cpus: 'NanoCpus', memory: 'Memory', ulimit: 'Ulimits' };
  for (const [key, field] of Object.entries(fields)) {
    test(key, () => {
      for (const row of counted(judged<Text>('functions-docker.json', key), least(20))) {
        // Blank texts of the other keys are as if they were not there.
        if (row.in === '' && key !== 'ulimit') continue;
        const text = JSON.stringify(row.in);
        const line = key === 'ulimit' ? `ulimit = { x = ${text} }` : `${key} = ${text}`;
        const toml = `[[runners]]\nexecutor = "docker"\n[runners.docker]\nimage = "a"\n${line}\n`;
        const { error = '', containers = [] } = previewed(toml, ordinaryJob({}), 'docker');
        if (row.error !== undefined) {
          assert.ok(key === 'memory' ? error.startsWith('fatal: ') : error.includes(row.error), `${text}: ${error}`);
          continue;
        }
        const wanted = key === 'ulimit' ? [{ Name: 'x', Hard: row.hard, Soft: row.soft }] : row.out;
        const sent = containers.flatMap((each) => hostField(each, field));
        assert.deepEqual(sent.at(-1), wanted, `${text}: ${error}`);
      }
    });
  }
});

function hostField(request: Json, field: string): Json[] {
  const body = isObject(request) ? request.body : undefined;
  const host = isObject(body) ? body.HostConfig : undefined;
  return isObject(host) ? [host[field] ?? null] : [];
}

describe('directories of the host that hold the builds', () => {
  interface Mounted {
    readonly in: readonly [root: string, ...volumes: string[]];
    readonly out?: boolean;
  }
  for (const [name, isWindows] of [['linux_host_mounted', false] as const, ['windows_host_mounted', true] as const]) {
    test(name, () => {
      for (const row of counted(judged<Mounted>('functions-docker.json', name), least(10))) {
        if (row.out === undefined) continue;
        const [root, ...texts] = row.in;
        const volumes = texts.map((text) => parseVolume(text, isWindows, new Variables([]), byRunner));
        assert.equal(isHostMounted(volumes, root, isWindows), row.out, row.in.join(' '));
      }
    });
  }
});

function bindOf(text: string, isWindows: boolean): string {
  try {
    const { source, destination, options } = parseVolume(text, isWindows, new Variables([]), byRunner);
    return [source, destination, options].filter((part) => part !== '').join(':');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('hashes are those of the standards', () => {
  assert.equal(md5(''), 'd41d8cd98f00b204e9800998ecf8427e');
  assert.equal(md5('/builds'), 'c33bcaa1fd2c77edfc3893b41966cea8');
  assert.equal(md5('x'.repeat(119)), 'ab347a5f68c8a443cfcddc633f12c24f');
  assert.equal(sha256('x'.repeat(120)), '13f05a0b594787f5ecd315edc96141bd3243203d1b7d4f0836f37308b276ba98');
  assert.equal(sha256(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  assert.equal(sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('capabilities are sent in one spelling, each once, and all of them beside `ALL`', () => {
  const toml =
    '[[runners]]\nexecutor = "docker"\n[runners.docker]\nimage = "a"\ncap_add = ["sys_time", "CAP_CHOWN", "all", "chown"]\n';
  const { containers = [] } = previewed(toml, {}, 'docker');
  const added = containers.flatMap((each) => JSON.stringify(each).match(/"CapAdd":\[[^\]]+\]/)?.[0] ?? []);
  assert.deepEqual([...new Set(added)], ['"CapAdd":["ALL","CAP_CHOWN","CAP_SYS_TIME"]']);
});
