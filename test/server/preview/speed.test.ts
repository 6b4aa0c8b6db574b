/** What previews may cost: those of a hundred runners together, and one with all that an editor shows of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ordinaryJob } from '../../../server/preview/ordinary-job';
import { Service } from '../../../server/service';
import { SLACK } from '../../slack';

const COUNT = 100;
/** The code is compiled while it runs. */
const ROUNDS = 40;

const TEXT = Array.from(
  { length: COUNT },
  (_, number) => `[[runners]]
  name = "runner-${number}"
  url = "https://gitlab.example.com"
  token = "glrt-abcdefghijk${number}"
  executor = "kubernetes"
  [runners.kubernetes]
    namespace = "ci"
    image = "alpine:3.22"
    cpu_request = "500m"
    memory_limit = "1Gi"
    poll_timeout = 600
    [runners.kubernetes.node_selector]
      pool = "ci"
    [[runners.kubernetes.volumes.empty_dir]]
      name = "cache"
      mount_path = "/cache"
`,
).join('\n');

/** The least that it takes of the processor, in milliseconds: others are at work beside it. */
function least(act: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

const service = new Service({});
const source = { uri: 'file:///config.toml', languageId: 'gitlab-runner-config', version: 1, getText: () => TEXT };

test('a hundred runners are previewed in less than 50 ms together', (t) => {
  const job = ordinaryJob({ image: 'alpine' });
  const time = least(() => {
    for (let runner = 0; runner < COUNT; runner++) {
      assert.ok(service.previews.of(source, { runner: String(runner), job })?.pod);
    }
  });
  t.diagnostic(`${time.toFixed(1)} ms`);
  assert.ok(time < 50 * SLACK, `${time} ms`);
});

test('a preview as it is shown, with origins and keys without an effect, takes less than 20 ms', (t) => {
  const time = least(() => assert.ok(service.previews.shown(source, { runner: { index: COUNT - 1 } })));
  t.diagnostic(`${time.toFixed(1)} ms`);
  assert.ok(time < 20 * SLACK, `${time} ms`);
});
