import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Service } from '../../../server/service';
import { defaultSettings, type Settings } from '../../../server/settings';

const uri = 'file:///config.toml';
const text = 'concurrent = 2\n\n[[runners]]\n  limt = 1\n\n[[runners]]\n  limt = 2\n';
let version = 0;
const source = (of: string) => ({ uri, languageId: 'gitlab-runner-config', version: ++version, getText: () => of });
const fresh = (of: string) => new Service().diagnostics(source(of));

test('diagnostics below a change move with their block', () => {
  const service = new Service();
  assert.deepEqual(service.diagnostics(source(text)), fresh(text));
  const changed = `# one line more\n${text}`;
  assert.deepEqual(service.diagnostics(source(changed)), fresh(changed));
  assert.deepEqual(service.diagnostics(source(text)), fresh(text));
});

test('those of blocks that did not change are the same objects', () => {
  const service = new Service();
  const before = service.diagnostics(source(text));
  const after = service.diagnostics(source(text.replace('limt = 2', 'limt = 3')));
  assert.equal(before[0]?.range.start.line, 3);
  assert.equal(before[0], after[0]);
});

test('another severity is shown at once', () => {
  let settings: Settings = defaultSettings;
  const service = new Service({ settingsOf: () => settings });
  const [before] = service.diagnostics(source(text));
  settings = { ...defaultSettings, severity: { 'unknown-key': 'hint' } };
  const [after] = service.diagnostics(source(text));
  assert.notEqual(after?.severity, before?.severity);
});
