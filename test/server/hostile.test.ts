/** What nobody writes, and what a client must not wait for: long texts of one thing, asked for everything. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { yaml } from '../../server/containers/yaml/kind';
import { Service } from '../../server/service';
import { defaultSettings } from '../../server/settings';
import { SLACK } from '../slack';
import { requests } from './every-request';

const SIZE = 64_000;

const fill = (part: string) => part.repeat(Math.ceil(SIZE / part.length));

const numbered = (line: (number: number) => string) =>
  Array.from({ length: SIZE / line(1000).length }, (_, number) => line(number)).join('');

const texts: Record<string, [languageId: string, text: string]> = {
  'a fence of dots': ['markdown', `\`\`\`toml\n[[runners]]\n${fill('.')}=\n\`\`\`\n`],
  'an address and brackets': ['gitlab-runner-config', `[[runners]]\n# https://example.com/${fill(')')}\n`],
  'an address and dots': ['gitlab-runner-config', `[[runners]]\n# https://example.com/${fill('.')}x\n`],
  'an address and both': ['gitlab-runner-config', `[[runners]]\nurl = "https://example.com/${fill('.)')}"\n`],
  'equal keys': ['gitlab-runner-config', `[[runners]]\n${fill('a = 1\n')}`],
  'equal keys of one table': ['gitlab-runner-config', `[[runners]]\na = { ${fill('a = 1, ')} }\n`],
  'tables that nobody knows, and no runner': ['gitlab-runner-config', numbered((number) => `[x${number}]\n`)],
  'dashes in YAML': ['yaml', `runners:\n  config: |\n    [[runners]]\n${fill('- ')}\n`],
  'anchors in YAML': ['yaml', `runners:\n  config: |\n    [[runners]]\na${fill(':&')}\n`],
};

for (const [name, [languageId, source]] of Object.entries(texts)) {
  test(name, () => {
    const service = new Service({ snippets: true, settingsOf: () => ({ ...defaultSettings, markdown: true }) });
    const text = TextDocument.create('file:///hostile', languageId, 1, source);
    assert.ok(service.holdsConfiguration(text));
    for (const [request, ask] of Object.entries(requests)) {
      // Of this process alone: other programs do not count.
      const from = process.cpuUsage();
      ask(service, text, source.length >> 1);
      const { user, system } = process.cpuUsage(from);
      const took = (user + system) / 1000;
      assert.ok(took < 1000 * SLACK, `${request}: ${took} ms`);
    }
  });
}

test('comments of Windows, and nothing behind them, are read at once', () => {
  const comments = '# a\r\n'.repeat(10_000);
  const from = process.cpuUsage();
  assert.ok(!yaml.beginning.test(`${comments}?`));
  assert.ok(yaml.beginning.test(`${comments}\r\n--- # b\r\nrunners:\r\n`));
  assert.ok(process.cpuUsage(from).user / 1000 < 100 * SLACK);
});

test('5 MB of tables in tables that do not end are checked, and their fixes found, in half a second', () => {
  for (const part of ['a = {b = {', '{b = ', '[{a=']) {
    const source = `[[runners]]\nx = ${part.repeat(5_000_000 / part.length)}`;
    const text = TextDocument.create('file:///hostile', 'gitlab-runner-config', 1, source);
    const service = new Service({ snippets: true });
    for (const request of ['diagnostics', 'fixes']) {
      const from = process.cpuUsage();
      requests[request]?.(service, text, 20);
      const { user, system } = process.cpuUsage(from);
      assert.ok((user + system) / 1000 < 500 * SLACK, `${request} of ${part}: ${(user + system) / 1000} ms`);
    }
  }
});
