import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { yamlRegions } from '../../../server/regions/yaml-regions';
import { SLACK } from '../../slack';

const shared = '../shared';
const withShared = existsSync(shared) ? {} : { skip: `${shared} is not here` };

/** The best of some runs: what the work costs, not what else the machine does. */
function milliseconds(text: string, runs = 15): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    yamlRegions(text, 'yaml');
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: "web"}}
spec:
  template:
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.0 # of the runners
          args: ["--config", "/etc/web/config.yaml"]
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  config.toml: |
    baseURL = "https://example.org"
---
`;

describe('what a YAML file costs that holds no configuration', () => {
  it('typical files: less than 2 ms', () => {
    const spent = milliseconds(deployment.repeat(10));
    console.log(`${deployment.length * 10} characters of Kubernetes: ${spent.toFixed(3)} ms`);
    assert.ok(spent < 2 * SLACK);
  });
  it('1 MB: less than 20 ms', () => {
    const text = deployment.repeat(Math.ceil(1_000_000 / deployment.length));
    const spent = milliseconds(text, 5);
    console.log(`${text.length} characters of Kubernetes: ${spent.toFixed(3)} ms`);
    assert.ok(spent < 20 * SLACK);
  });
  it('1 MB with the words of ours', () => {
    const text = `runners:\n  - name: a\n    config: {a: b}\n`.repeat(25_000);
    const spent = milliseconds(text, 3);
    console.log(`${text.length} characters about runners: ${spent.toFixed(3)} ms`);
    assert.ok(spent < 1000 * SLACK);
  });
  it('real files', withShared, () => {
    const directory = join(shared, 'corpus/negative');
    for (const name of readdirSync(directory).filter((each) => /\.ya?ml$/.test(each))) {
      const spent = milliseconds(readFileSync(join(directory, name), 'utf8'));
      assert.ok(spent < 2 * SLACK, `${name}: ${spent} ms`);
    }
  });
  it('files of ours: the slowest', withShared, () => {
    const directory = join(shared, 'corpus/yaml');
    const costs = readdirSync(directory).map((name) => milliseconds(readFileSync(join(directory, name), 'utf8'), 5));
    console.log(`the slowest of ${costs.length} real files: ${Math.max(...costs).toFixed(2)} ms`);
    assert.ok(Math.max(...costs) < 20 * SLACK);
  });
});
