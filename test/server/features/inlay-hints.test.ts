import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Service } from '../../../server/service';
import { defaultSettings } from '../../../server/settings';

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

/** The hints as a person sees them: the line up to its hint, and the hint. */
function hints(text: string, { languageId = 'gitlab-runner-config', range = WHOLE, service = new Service() } = {}) {
  const uri = languageId === 'yaml' ? 'file:///values.yaml' : 'file:///config.toml';
  const lines = text.split('\n');
  return service
    .inlayHints({ uri, languageId, version: 1, getText: () => text }, range)
    .map(({ position: { line, character }, label }) => `${lines[line]?.slice(0, character).trim()} ${label}`);
}

describe('inlay hints', () => {
  it('say what a number comes to where its unit cannot be seen', () => {
    const text = `check_interval = 90
[[runners]]
  output_limit = 20480
  [runners.docker]
    shm_size = 300000
  [runners.machine]
    IdleTime = 1800 # of a machine
`;
    assert.deepEqual(hints(text), [
      'check_interval = 90 = 1 minute 30 seconds',
      'output_limit = 20480 = 20 MiB (20,971,520 bytes)',
      'shm_size = 300000 = about 293 KiB (300,000 bytes)',
      'IdleTime = 1800 = 30 minutes',
    ]);
  });

  it('are not behind what says it itself, counts things or is not known', () => {
    const text =
      'concurrent = 4\nno_key = 1800\n[[runners]]\n  limit = 10\n  prepare_timeout = "30m"\n  [runners.docker]\n    memory = "512m"\n';
    assert.deepEqual(hints(text), []);
  });

  it('say a period in words, behind each of a list', () => {
    const text = `[[runners]]
  [[runners.autoscaler.policy]]
    periods = ["* 8-17 * * mon-fri", "* * L * *",
      "* * * * sat,sun"]
  [[runners.machine.autoscaling]]
    Periods = ["* * 9-17 * * mon-fri *"]
`;
    assert.deepEqual(hints(text), [
      'periods = ["* 8-17 * * mon-fri" = Monday to Friday, from 08:00 to 17:59',
      '"* * * * sat,sun" = Saturday and Sunday, all day',
      'Periods = ["* * 9-17 * * mon-fri *" = Monday to Friday, from 09:00 to 17:59',
    ]);
  });

  it('are those of a range alone', () => {
    const text = `${'[[runners]]\n  output_limit = 1024\n'.repeat(5)}`;
    const range = { start: { line: 3, character: 0 }, end: { line: 5, character: 3 } };
    assert.equal(hints(text, { range }).length, 2);
    assert.equal(hints(text).length, 5);
  });

  it('stand in a block of YAML, too', () => {
    const text =
      'runners:\n  config: |\n    [[runners]]\n      executor = "kubernetes"\n      output_limit = 1024\n      [runners.kubernetes]\n        poll_timeout = 180\n';
    assert.deepEqual(hints(text, { languageId: 'yaml' }), [
      'output_limit = 1024 = 1 MiB (1,048,576 bytes)',
      'poll_timeout = 180 = 3 minutes',
    ]);
  });

  it('survive what is broken', () => {
    assert.deepEqual(hints('[[runners]]\n  output_limit = 1024\n  [runners.docker\n  x = "'), [
      'output_limit = 1024 = 1 MiB (1,048,576 bytes)',
    ]);
  });

  it('can be switched off', () => {
    const text = 'check_interval = 90\n';
    const service = new Service({ settingsOf: () => ({ ...defaultSettings, inlayHints: false }) });
    assert.deepEqual(hints(text, { service }), []);
  });
});
