/** Keys and names of other programs and older runners that become tables of this one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixed, fixKinds, fixTitles } from '../findings';

describe('extra_hosts under kubernetes', () => {
  const TITLE = 'Change to `[[runners.kubernetes.host_aliases]]` tables';
  const kubernetes = (lines: string) =>
    `[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    image = "a"\n${lines}`;

  it('becomes one alias for each address, with its names', () => {
    const text = kubernetes('    extra_hosts = ["a.b:10.0.0.1", "c:10.0.0.1", "d:2001:DB8::a"]\n    namespace = "x"\n');
    assert.deepEqual(fixKinds(text), [`* ${TITLE}`]);
    assert.equal(
      fixed(text, TITLE),
      kubernetes(`    namespace = "x"
    [[runners.kubernetes.host_aliases]]
      ip = "10.0.0.1"
      hostnames = ["a.b", "c"]
    [[runners.kubernetes.host_aliases]]
      ip = "2001:DB8::a"
      hostnames = ["d"]
`),
    );
  });

  it('stays where it is no list of names with addresses', () => {
    for (const value of [
      '[]',
      '["a:host-gateway"]',
      '["a"]',
      '["a:"]',
      '[":10.0.0.1"]',
      '["x y:10.0.0.1"]',
      '["a:10.0.0.1 or so"]',
      '["a:10.0.0.1", 5]',
      '[5, "a:10.0.0.1"]',
      '"a:10.0.0.1"',
      '{ a = "10.0.0.1" }',
      '1',
    ])
      assert.ok(!fixTitles(kubernetes(`    extra_hosts = ${value}\n`)).includes(TITLE), value);
  });

  it('stays where a comment would be lost, or it shares its line', () => {
    const list = '["a:10.0.0.1"]';
    assert.deepEqual(fixTitles(kubernetes(`    extra_hosts = ${list} # why\n`)), []);
    assert.deepEqual(fixTitles(kubernetes(`    extra_hosts = [\n      # why\n      "a:10.0.0.1"\n    ]\n`)), []);
    assert.deepEqual(
      fixTitles(`[[runners]]\n  executor = "kubernetes"\n  kubernetes = { extra_hosts = ${list} }\n`),
      [],
    );
    for (const [before, after] of [
      ['    # one\n', ''],
      ['', '    # two\n'],
      ['    namespace = "x" # one\n', ''],
    ] as const)
      assert.deepEqual(fixTitles(kubernetes(`${before}    extra_hosts = ${list}\n${after}`)), [TITLE]);
  });
});

describe('the OffPeak… keys of docker+machine', () => {
  const TITLE = 'Change to `[[runners.machine.autoscaling]]`';
  const machine = (lines: string) => `[[runners]]\n  executor = "docker+machine"\n  [runners.machine]\n${lines}`;
  const PERIODS = '    OffPeakPeriods = ["* * 0-7 * * mon-fri *"]\n';

  it('become one table with the same values, each of them by the fix of any', () => {
    const text = machine(`    IdleCount = 2\n${PERIODS}    offpeaktimezone = 'UTC'\n    OffPeakIdleTime = 60\n`);
    assert.deepEqual(
      fixKinds(text).filter((title) => title.includes(TITLE)),
      [`* ${TITLE}`, `* ${TITLE}`, `* ${TITLE}`],
    );
    assert.equal(
      fixed(text, TITLE),
      machine(`    IdleCount = 2
    [[runners.machine.autoscaling]]
      Periods = ["* * 0-7 * * mon-fri *"]
      Timezone = 'UTC'
      IdleTime = 60
`),
    );
  });

  it('stay where nothing says when, or the value is none', () => {
    for (const lines of [
      '    OffPeakIdleTime = 60\n',
      '    OffPeakPeriods = []\n',
      '    OffPeakPeriods = "* * 0-7 * * mon-fri *"\n',
      `${PERIODS}    OffPeakIdleTime =\n`,
      '    OffPeakPeriods =\n    OffPeakIdleTime = 60\n',
    ])
      assert.ok(!fixTitles(machine(lines)).includes(TITLE), lines);
  });

  it('stay where a table cannot stand', () =>
    assert.ok(!fixTitles(`[[runners]]\n  machine = { ${PERIODS.trim()} }\n`).includes(TITLE)));
});

describe('a dot more than there are tables', () => {
  const runner = (lines: string) => `[[runners]]\n  executor = "kubernetes"\n${lines}`;

  it('is the underscore of a name, in all headers that lead there', () => {
    const text = runner('[runners.kubernetes.dns.config]\n[[runners.kubernetes.dns.config.options]]\nname = "a"\n');
    const title = 'Change to `[runners.kubernetes.dns_config]`';
    assert.deepEqual(fixKinds(text).slice(0, 1), [`* ${title}`]);
    assert.equal(fixed(text, title), text.replaceAll('dns.config', 'dns_config'));
  });

  it('may lead to a map', () => {
    const text = runner('[runners.kubernetes.node.selector]\na = "b"\n');
    const title = 'Change to `[runners.kubernetes.node_selector]`';
    assert.equal(fixed(text, title), text.replace('node.selector', 'node_selector'));
  });

  it('is none where the name is there, is a value’s, or has more below it', () => {
    for (const lines of [
      '[runners.kubernetes.dns_config]\n[runners.kubernetes.dns.config]\n',
      '[runners.kubernetes]\nnode_selector = { a = "b" }\n[runners.kubernetes.node.selector]\na = "b"\n',
      '[runners.kubernetes.dns.config]\n[runners.kubernetes.dns.policy]\n',
      '[runners.kubernetes.dns]\n[runners.kubernetes.dns.config]\n',
      '[runners.kubernetes.dns.foo]\n',
      '[runners.kubernetes.dns.policy]\n',
      '[runners.kubernetes]\ndns.config = { a = "b" }\n',
      '[runners.kubernetes.host.aliases]\n',
    ])
      assert.ok(!fixTitles(runner(lines)).some((title) => title.includes('_')), lines);
  });
});
