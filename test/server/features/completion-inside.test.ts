/** What a string may go on with: units, modes, fields of a period, tags. Each item replaces a part of it, and the rest stays as written. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completion } from '../../../server/features/completion';
import { grammarNamed } from '../../../server/values/all';
import { takes } from '../../../server/values/grammar';
import { counted } from '../../counted';
import { acceptInFile, inConfiguration } from '../in-yaml';
import { accepted, context, labels, offered } from './completing';

const docker = (line: string) => `[[runners]]\n[runners.docker]\nimage = "x"\n${line}\n`;
const kubernetes = (line: string) => `[[runners]]\n[runners.kubernetes]\n${line}\n`;
const machine = (line: string) => `[[runners]]\n[runners.machine]\n[[runners.machine.autoscaling]]\n${line}\n`;
const policy = (line: string) => `[[runners]]\n[runners.autoscaler]\n[[runners.autoscaler.policy]]\n${line}\n`;

describe('a unit behind a number', () => {
  it('of Kubernetes, where cores have one and bytes many', () => {
    assert.deepEqual(labels(kubernetes('memory_limit = "512|"')).slice(0, 3), ['512Mi', '512Gi', '512Ki']);
    assert.deepEqual(labels(kubernetes('cpu_limit = "500|"')), ['500m']);
    assert.equal(accepted(kubernetes("memory_limit = '1.5|'"), '1.5Gi'), kubernetes("memory_limit = '1.5Gi'"));
    assert.equal(accepted(kubernetes('memory_limit = "512|Mi"'), '512Gi'), kubernetes('memory_limit = "512Gi"'));
    assert.deepEqual(labels(kubernetes('memory_limit = "x|"')), []);
  });

  it('of Docker and of Go', () => {
    assert.deepEqual(labels(docker('memory = "512|"')), ['512m', '512g', '512k', '512t']);
    assert.deepEqual(labels('connection_max_age = "30|"'), ['30s', '30m', '30h', '30ms']);
    assert.deepEqual(labels('connection_max_age = "1h30|"'), ['1h30m', '1h30s'], 'only smaller ones');
  });

  it('says what it comes to', () => {
    const [first] = offered(kubernetes('memory_limit = "512|"'));
    assert.equal(first?.detail, '512 MiB (536,870,912 bytes)');
    assert.equal(offered('connection_max_age = "90|"')[0]?.detail, '1 minute 30 seconds');
  });

  it('closes a string, a list and a table that are still open', () => {
    assert.equal(accepted(kubernetes('memory_limit = "512|'), '512Mi'), kubernetes('memory_limit = "512Mi"'));
    assert.equal(accepted(docker('volumes = ["/a:/b:|'), 'ro'), docker('volumes = ["/a:/b:ro"]'));
    assert.equal(
      accepted('[[runners]]\nkubernetes = { memory_limit = "1|', '1Gi'),
      '[[runners]]\nkubernetes = { memory_limit = "1Gi" }',
    );
    assert.equal(accepted(docker('volumes = ["/a:/b:|" "/c"]'), 'ro'), docker('volumes = ["/a:/b:ro", "/c"]'));
  });
});

describe('an option behind a colon', () => {
  it('of a volume, in the order that the runner wants', () => {
    assert.deepEqual(labels(docker('volumes = ["/a:/b:|"]')).slice(0, 4), ['ro', 'rw', 'z', 'Z']);
    assert.deepEqual(labels(docker('volumes = ["/a:/b:ro,|"]')).slice(0, 3), ['z', 'Z', 'rslave']);
    assert.ok(!labels(docker('volumes = ["/a:/b:ro,z,|"]')).includes('Z'));
    assert.ok(!labels(docker('volumes = ["/a:|"]')).includes('ro'), 'here a path comes');
    assert.equal(
      accepted(docker('volumes = [\n  "/x",\n  "/a:/b:r|"\n]'), 'ro'),
      docker('volumes = [\n  "/x",\n  "/a:/b:ro"\n]'),
    );
    assert.equal(offered(docker('volumes = ["/a:/b:|"]'))[0]?.detail, '/a of the host at /b, read-only');
  });

  it('of a volume of Windows, with the backslashes as they are', () => {
    const basic = String.raw`volumes = ["C:\\a:C:\\b:|"]`;
    assert.equal(accepted(docker(basic), 'ro'), docker(basic.replace('|', 'ro')));
    const literal = String.raw`volumes = ['C:\a:C:\b:|']`;
    assert.deepEqual(labels(docker(literal)), ['ro', 'rw']);
    assert.equal(accepted(docker(literal), 'rw'), docker(literal.replace('|', 'rw')));
  });

  it('of devices, hosts, containers and mounts in memory', () => {
    assert.equal(labels(docker('devices = ["/dev/fuse:/dev/fuse:|"]'))[0], 'rwm');
    assert.deepEqual(labels(docker('extra_hosts = ["host.docker.internal:|"]')), ['host-gateway']);
    assert.deepEqual(labels(docker('volumes_from = ["data:r|"]')).slice(0, 2), ['ro', 'rw']);
    assert.ok(labels(docker('security_opt = ["|"]')).includes('seccomp=unconfined'));
    const tmpfs = (options: string) => docker(`[runners.docker.tmpfs]\n"/run" = "${options}"`);
    assert.equal(accepted(tmpfs('rw,|,nodev'), 'noexec'), tmpfs('rw,noexec,nodev'));
    assert.ok(!labels(tmpfs('rw,|,nodev')).includes('nodev'));
    assert.equal(accepted(tmpfs('size=64|'), 'size=64m'), tmpfs('size=64m'));
  });

  it('not twice in a list', () => {
    assert.ok(!labels(docker('volumes = ["/a:/b:ro", "/a:/b:|"]')).includes('ro'));
  });
});

describe('periods and time zones', () => {
  it('whole periods in an empty text, said in words', () => {
    const [first] = offered(policy('periods = ["|"]'));
    assert.equal(first?.label, '* 8-17 * * mon-fri');
    assert.equal(first?.detail, 'Monday to Friday, from 08:00 to 17:59');
    assert.equal(labels(machine('Periods = [|]'))[0], '* * 8-17 * * mon-fri *');
    assert.equal(accepted(machine('Periods = |'), '* * * * * sat,sun *'), machine('Periods = ["* * * * * sat,sun *"]'));
  });

  it('the fields of a period: five of an autoscaler, seven of docker+machine', () => {
    assert.ok(labels(policy('periods = ["* 9-17 * * |"]')).includes('mon-fri'));
    assert.ok(!labels(machine('Periods = ["* 9-17 * * |"]')).includes('mon-fri'), 'here the month stands');
    assert.ok(labels(machine('Periods = ["* * 9-17 * * |"]')).includes('mon-fri'));
    assert.equal(
      accepted(policy('periods = ["* 9-17 * * sa|"]'), 'sat,sun'),
      policy('periods = ["* 9-17 * * sat,sun"]'),
    );
    assert.deepEqual(labels(policy('periods = ["* * * * * |"]')), [], 'there is no sixth one');
  });

  it('time zones by their city, too', () => {
    assert.ok(labels(machine('Timezone = "Ber|"')).includes('Europe/Berlin'));
    assert.deepEqual(labels(policy('timezone = "|"')).slice(0, 2), ['UTC', 'Local']);
    const zones = counted(labels(policy('timezone = "|"')), 300);
    for (const zone of zones) assert.ok(takes(grammarNamed('timezone'), zone), zone);
    assert.ok(zones.includes('Asia/Kolkata') && !zones.includes('Asia/Calcutta'));
    assert.equal(accepted(policy('timezone = "Asia/|"'), 'Asia/Tokyo'), policy('timezone = "Asia/Tokyo"'));
  });
});

describe('images and flags', () => {
  it('tags of a copy of the helper image, with the variable as it is', () => {
    const line = (tag: string) => docker(`helper_image = "my.registry:5000/x/gitlab-runner-helper:${tag}"`);
    const tag = `x86_64-v\${CI_RUNNER_VERSION}`;
    assert.equal(accepted(line('|'), tag), line(tag));
    assert.deepEqual(labels(docker('helper_image = "alpine:|"')), []);
  });

  it('both values of a flag', () => {
    const text = '[[runners]]\nenvironment = ["A=b", "FF_CONCRETE=|"]';
    assert.deepEqual(labels(text), ['FF_CONCRETE=true', 'false']);
    assert.equal(accepted(text, 'false'), text.replace('|', 'false'));
    assert.ok(labels('[[runners]]\nenvironment = ["FF_|"]').includes('FF_CONCRETE=true'));
  });
});

describe('where it is offered', () => {
  it('in a block of YAML, at its place in the file', () => {
    const before =
      'runners:\n  config: |\n    [[runners]]\n      [runners.docker]\n        volumes = ["/x",\n          ';
    const { text, document, offset } = inConfiguration(`${before}"/a:/b:|"]\n  x: 1\n`);
    const item = completion(document, offset, context).find(({ label }) => label === 'ro');
    assert.ok(item);
    assert.equal(acceptInFile(text, item), `${before}"/a:/b:ro"]\n  x: 1\n`);
  });

  it('not in template text, nor inside an escape or a text of several lines', () => {
    assert.deepEqual(labels(kubernetes('memory_limit = "{{ .Values.a5|12 }}"')), []);
    assert.deepEqual(labels(docker(String.raw`volumes = ["/a:/b:\u00|41"]`)), []);
    assert.deepEqual(labels(kubernetes("memory_limit = '''512|'''")), []);
  });

  it('everywhere on one line around the cursor', () => {
    for (const text of [kubernetes('memory_limit = "512|M"'), docker('volumes = ["/a:/b:r|o,z"]')]) {
      for (const item of counted(offered(text))) {
        assert.ok(item.textEdit && 'range' in item.textEdit);
        const { start, end } = item.textEdit.range;
        const at = text.split('\n')[start.line]?.indexOf('|') ?? -1;
        assert.ok(start.line === end.line && start.character <= at && at <= end.character, item.label);
      }
    }
  });
});
