import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { counted } from '../../../counted';
import { SHARED } from '../../../shared';
import { SLACK } from '../../../slack';
import { yamlRegions } from './yaml-regions';

const shared = SHARED;
const withShared = existsSync(shared) ? {} : { skip: `${shared} is not here` };

/** The best of some runs: what the work costs, not what else the machine does. Each time it is another text, as after a keystroke. */
function milliseconds(text: string, runs = 15): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const changed = `${text}\n# ${run}\n`;
    const started = performance.now();
    yamlRegions(changed);
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
  it('the words of ours in other places, 240 kB: less than 20 ms', () => {
    const paths =
      '  /api/v4/runners/1:\n    get:\n      parameters:\n        - name: config\n          schema: {type: string}\n';
    const jobs = 'job:\n  extends: .runners\n  tags: [runners]\n  variables:\n    config: |\n      a = 1\n';
    const files = {
      'an API': `paths:\n${paths.repeat(2500)}runners:\n  config: x\n`,
      jobs: `.runners: &r\n  config: x\n${jobs.repeat(3000)}`,
    };
    for (const [name, text] of Object.entries(files)) {
      assert.deepEqual(yamlRegions(text), []);
      const spent = milliseconds(text, 5);
      console.log(`${text.length} characters, ${name}: ${spent.toFixed(2)} ms`);
      assert.ok(spent < 20 * SLACK, name);
    }
  });
  it('real files', withShared, () => {
    const directory = join(shared, 'corpus/negative');
    for (const name of counted(readdirSync(directory).filter((each) => /\.ya?ml$/.test(each)))) {
      const spent = milliseconds(readFileSync(join(directory, name), 'utf8'));
      assert.ok(spent < 2 * SLACK, `${name}: ${spent} ms`);
    }
  });
  it('files of ours: the slowest', withShared, () => {
    const directory = join(shared, 'corpus/yaml');
    const costs = counted(readdirSync(directory)).map((name) =>
      milliseconds(readFileSync(join(directory, name), 'utf8'), 5),
    );
    console.log(`the slowest of ${costs.length} real files: ${Math.max(...costs).toFixed(2)} ms`);
    assert.ok(Math.max(...costs) < 20 * SLACK);
  });
});

describe('what a large file costs that holds one', () => {
  const configuration = 'runners:\n  config: |\n    [[runners]]\n      executor = "kubernetes"\n';
  const application = (index: number) =>
    `app${index}:\n  image: {repository: "registry/x${index}", tag: 1.0} # comment\n  script: |\n    echo\n    exit 0\n  list:\n    - a: b\n      c: "d e"\n`;
  const applications = Array.from({ length: 7000 }, (_, index) => application(index)).join('');
  const below = (key: string, text: string) => `${key}:\n${text.replace(/^(?=.)/gm, '  ')}`;

  const files: Readonly<Record<string, string>> = {
    'at the root': configuration + applications,
    'below one key': below('gitlab-runner', applications + configuration),
    'in many documents': `${configuration}---\n${applications.replaceAll('app', '---\napp')}`,
  };
  for (const [name, text] of Object.entries(files)) {
    it(`1 MB, ${name}: less than 300 ms`, () => {
      assert.equal(yamlRegions(text).length, 1);
      const spent = milliseconds(text, 3);
      console.log(`${text.length} characters, ${name}: ${spent.toFixed(1)} ms`);
      assert.ok(spent < 300 * SLACK);
    });
  }
});
