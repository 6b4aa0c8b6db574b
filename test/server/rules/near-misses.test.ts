/** Good configurations that nearly are what a rule is about, by folder of rules: nobody has a word for them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Service } from '../../../server/service';
import { counted } from '../../counted';
import nearMisses from '../../fixtures/near/misses.json';

const URL = 'url = "https://gitlab.example.com"';
const runner = (executor: string, lines: string, globals = '') =>
  `concurrent = 4\n${globals}\n[[runners]]\n  name = "a"\n${/^url = /m.test(lines) ? '' : `  ${URL}\n`}  token = "$RUNNER_TOKEN"\n  executor = "${executor}"\n  ${lines}\n`;
const docker = (lines: string, below = '') =>
  runner('docker', `${lines}\n  [runners.docker]\n    image = "alpine:3.20"\n${below}`);

/** A whole file with the lines of each folder. */
const files: Readonly<Record<keyof typeof nearMisses, (lines: string) => string>> = {
  docker: (lines) => docker('', `    ${lines}\n`),
  kubernetes: (lines) =>
    runner('kubernetes', `[runners.kubernetes]\n    namespace = "ci"\n    image = "alpine:3.20"\n    ${lines}`),
  runner: (lines) => runner('shell', lines),
  cache: (lines) => docker('', `  [runners.cache]\n    ${lines}\n`),
  environment: docker,
  flags: (lines) => docker('', `  ${lines}\n`),
  network: (lines) => runner('shell', lines),
  'network-globals': (lines) => runner('shell', '', lines),
  autoscaler: (lines) =>
    docker(
      '',
      `  [runners.autoscaler]\n    plugin = "aws:latest"\n    capacity_per_instance = 2\n    max_instances = 2\n    plugin_config = { name = "asg-1" }\n    ${lines}\n`,
    ).replace('"docker"', '"docker-autoscaler"'),
  shape: (lines) => runner('shell', lines),
  security: docker,
};

for (const [folder, misses] of counted(Object.entries(nearMisses), 11)) {
  describe(folder, () => {
    for (const lines of counted(misses, folder.startsWith('network') ? 8 : 20)) {
      it(lines, () => {
        const text = files[folder as keyof typeof nearMisses](lines);
        const document = {
          uri: 'file:///gitlab-runner/config.toml',
          languageId: 'toml',
          version: 1,
          getText: () => text,
        };
        const found = new Service().diagnostics(document);
        assert.deepEqual(
          found.map(({ code, message, range }) => `${range.start.line + 1} ${code}: ${message}`),
          [],
        );
      });
    }
  });
}
