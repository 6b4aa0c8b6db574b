/** Texts that the runner hands on to Docker, or reads for it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuset } from '../../../server/values/cpuset';
import { dockerCapability } from '../../../server/values/docker-capability';
import { deviceCgroupRule, dockerDevice } from '../../../server/values/docker-device';
import { dockerHost } from '../../../server/values/docker-host';
import { extraHost } from '../../../server/values/extra-host';
import { gpus } from '../../../server/values/gpus';
import type { Grammar } from '../../../server/values/grammar';
import { imageGlob } from '../../../server/values/image-glob';
import { dnsAddress } from '../../../server/values/ip-address';
import { macAddress } from '../../../server/values/mac-address';
import { networkMode } from '../../../server/values/network-mode';
import { securityOpt } from '../../../server/values/security-opt';
import { sysctl } from '../../../server/values/sysctl';
import { tmpfs } from '../../../server/values/tmpfs';
import { volumesFrom } from '../../../server/values/volumes-from';
import { counted } from '../../counted';
import { SLACK } from '../../slack';
import { briefReportOf } from '../findings';
import { functionVerdicts, skipFunctions } from './runner-functions';
import { skip, verdictsOf } from './verdicts';

/** By grammar: texts that it takes, and those that it does not, with what was meant. */
const texts: readonly (readonly [Grammar, readonly string[], Readonly<Record<string, string | undefined>>])[] = [
  [
    dnsAddress,
    ['8.8.8.8', '::1', '10.0.0.53', '2001:4860:4860::8888', 'fe80::1%eth0', '::ffff:1.2.3.4', '1:2:3:4:5:6:7:8'],
    {
      'dns.google': undefined,
      '8.8.8.8:53': '8.8.8.8',
      '10.0.0.1/32': '10.0.0.1',
      ' 8.8.8.8': '8.8.8.8',
      '08.8.8.8': '8.8.8.8',
      '[::1]:53': '::1',
      '256.1.1.1': undefined,
      '1.2.3': undefined,
      '1:2:3:4:5:6:7::8:9': undefined,
      '8.8.8.8, 1.1.1.1': undefined,
      '': undefined,
    },
  ],
  [
    imageGlob,
    ['ruby:*', '**', '**/*', '{ruby,python}:*', 'a[!b]c', '\\[x', '', 'registry.example.com/{a,{b,c}}/**'],
    { '[a': undefined, '{a': undefined, 'a{b,{c}': undefined, 'a}': undefined, '\\': undefined, 'a[]': undefined },
  ],
  [
    sysctl,
    [
      'net.core.somaxconn',
      'net/ipv4/ip_forward',
      'net.ipv4.conf.eth0.forwarding',
      'kernel.shm_rmid_forced',
      'kernel.domainname',
      'fs.mqueue.msg_max',
      'user.max_user_namespaces',
    ],
    {
      ip_forward: undefined,
      'net ipv4': undefined,
      'vm.max_map_count': undefined,
      'fs.file-max': undefined,
      'kernel.hostname': undefined,
      'vm/swappiness': undefined,
    },
  ],
  [
    macAddress,
    ['92:d0:c6:0a:29:33', '92-d0-c6-0a-29-33', '92d0.c60a.2933', '92d0c60a2933', '02:00:5e:10:00:00:00:01', ''],
    {
      '92:d0:c6:0a:29': undefined,
      zz: undefined,
      'aa:bb:cc:dd:ee:gg': undefined,
      'xx:00': undefined,
      '2:d0:c6:a:29:33': '02:d0:c6:0a:29:33',
      ' 92:d0:c6:0a:29:33': '92:d0:c6:0a:29:33',
    },
  ],
  [
    dockerHost,
    [
      'unix:///var/run/docker.sock',
      'npipe:////./pipe/docker_engine',
      'unix:///run/user/1000/podman/podman.sock',
      'tcp://10.0.0.1:2376',
      'tcp://docker:2375',
      '',
    ],
    {
      '/var/run/docker.sock': 'unix:///var/run/docker.sock',
      'unix:/var/run/docker.sock': 'unix:///var/run/docker.sock',
      'unix://var/run/docker.sock': 'unix:///var/run/docker.sock',
      '10.0.0.1:2376': 'tcp://10.0.0.1:2376',
      'tcp:docker:2375': 'tcp://docker:2375',
      localhost: undefined,
      'tcp://': undefined,
      '\\\\.\\pipe\\docker_engine': 'npipe:////./pipe/docker_engine',
    },
  ],
  [
    dockerDevice,
    ['/dev/net/tun', '/dev/a:/dev/b', '/dev/a:/dev/b:rw', '/dev/a:/dev/b:rwm', 'nvidia.com/gpu=all', 'class/5B45201D'],
    {
      '': undefined,
      '/dev/a:/dev/b:rw:x': undefined,
      '/dev/a:/dev/b:abc': undefined,
      '/dev/a:/dev/b:ro': '/dev/a:/dev/b:r',
      '/dev/a:/dev/b:RWM': '/dev/a:/dev/b:rwm',
      '/dev/a:/dev/b:': '/dev/a:/dev/b:rwm',
    },
  ],
  [
    deviceCgroupRule,
    ['c 189:* rmw', 'b 7:* rwm', 'a *:* rwm'],
    { '189:* rmw': undefined, 'c 189 rmw': undefined, 'x 1:1 r': undefined, 'C 189 : *  rwm': 'c 189:* rwm' },
  ],
  [
    cpuset,
    ['0', '0,1', '0-3', '0-1,4', ''],
    { '0..3': '0-3', a: undefined, '0;1': '0,1', '0, 1': '0,1', '3-0': undefined, '0-': undefined, '0 1': '0,1' },
  ],
  [
    extraHost,
    [
      'h:127.0.0.1',
      'h:::1',
      'h:[::1]',
      'gitlab.local:192.168.1.5',
      'host.docker.internal:host-gateway',
      'h: 127.0.0.1',
    ],
    {
      '127.0.0.1 other-host': 'other-host:127.0.0.1',
      '127.0.0.1:other-host': 'other-host:127.0.0.1',
      'other-host': undefined,
      'h=1.2.3.4': 'h:1.2.3.4',
      'h 1.2.3.4': 'h:1.2.3.4',
      'http://h:1.2.3.4': undefined,
      ':1.2.3.4': undefined,
      'h:example.com': undefined,
    },
  ],
  [
    volumesFrom,
    ['storage', 'storage:ro', 'storage:rw', 'storage:ro,z'],
    { 'storage:x': undefined, 'sto rage': undefined, '/a:/b': undefined, 'storage:': 'storage', ' storage': 'storage' },
  ],
  [
    securityOpt,
    [
      'seccomp=unconfined',
      'label:disable',
      'label=level:s0:c1000',
      'apparmor=unconfined',
      'no-new-privileges',
      'no-new-privileges:true',
      'seccomp=/etc/p.json',
    ],
    {
      'systempaths=unconfined': undefined,
      privileged: undefined,
      unconfined: 'seccomp=unconfined',
      no_new_privileges: 'no-new-privileges',
      'no-new-privileges:yes': undefined,
    },
  ],
  [
    tmpfs,
    ['rw,noexec', 'rw,size=65536k', '', 'size=64m,mode=1777,uid=1000', 'rw,noexec,nosuid,nodev,size=50%'],
    {
      'size=1x': undefined,
      bogus: undefined,
      'rw noexec': 'rw,noexec',
      'rw, noexec': 'rw,noexec',
      'size=1Gi': 'size=1G',
      'rw,': 'rw',
    },
  ],
  [
    dockerCapability,
    ['NET_ADMIN', 'CAP_NET_ADMIN', 'net_admin', 'ALL', 'SYS_PTRACE'],
    {
      'net admin': 'NET_ADMIN',
      'CAP-NET': undefined,
      NETADMIN: 'NET_ADMIN',
      'SYS-ADMIN': 'SYS_ADMIN',
      ROOT: undefined,
    },
  ],
  [
    networkMode,
    ['bridge', 'host', 'my-net', 'container:abc', 'ci_default', 'Ci', ''],
    { 'my net': undefined, 'container:': undefined, ' host': 'host', '"host"': 'host', Host: 'host' },
  ],
  [
    gpus,
    ['all', '2', 'device=0', '"device=0,1"', 'count=1,capabilities=compute', 'driver=nvidia,count=all', ''],
    {
      some: undefined,
      gpu0: undefined,
      device: undefined,
      All: 'all',
      true: 'all',
      'device=0,1': '"device=0,1"',
      'device=0,device=1': undefined,
      'count=1,device=0': undefined,
    },
  ],
];

test('what Docker takes is taken, and what it does not take is mended where the meaning is clear', () => {
  for (const [{ name, read }, right, wrong] of counted(texts)) {
    for (const text of counted(right)) assert.deepEqual(read(text).problems, [], `${name}: ${text}`);
    for (const [text, meant] of counted(Object.entries(wrong))) {
      const [problem] = read(text).problems;
      assert.ok(problem, `${name}: ${text}`);
      assert.equal(problem.repaired, meant, `${name}: ${text}`);
      assert.ok(problem.start >= 0 && problem.end <= text.length, `${name}: ${text}`);
      if (meant !== undefined) assert.deepEqual(read(meant).problems, [], `${name}: ${meant}`);
    }
  }
});

test('addresses and patterns are what the runner reads as such', { skip }, () => {
  for (const [name, grammar] of [
    ['docker-dns-ip', dnsAddress],
    ['mac-address', macAddress],
    ['allowed-images-glob', imageGlob],
  ] as const) {
    for (const { input, accepted } of counted(verdictsOf(name))) {
      if (name === 'mac-address' && input === '') continue;
      assert.equal(grammar.read(input).problems.length === 0, accepted, `${name}: ${input}`);
    }
  }
});

test('GPUs are what the runner reads as such; a number beside devices the daemon refuses', {
  skip: skipFunctions,
}, () => {
  for (const { in: input, error } of counted(functionVerdicts('gpus'))) {
    // The runner passes a blank text over before it asks.
    if (input.trim() === '') continue;
    const problems = gpus.read(input).problems.filter(({ message }) => message.args?.fault !== 'both');
    assert.equal(problems.length > 0, error !== undefined, `${JSON.stringify(input)}: ${error}`);
  }
});

test('in their lists and maps, on the characters that are wrong', () => {
  const docker = (keys: string) => `[[runners]]\n  [runners.docker]\n    image = "a"\n${keys}`;
  assert.deepEqual(briefReportOf(docker('    dns = ["8.8.8.8", "dns.example.com"]\n')), [
    '4 error invalid-value «"dns.example.com"»',
  ]);
  assert.deepEqual(briefReportOf(docker('    [runners.docker.tmpfs]\n      "/x" = "rw,bogus"\n')), [
    '5 error invalid-value «bogus»',
  ]);
  assert.deepEqual(briefReportOf(docker('    [runners.docker.services_devices]\n      "x:*" = ["/dev/a:/b:c:d"]\n')), [
    '5 error invalid-value «:d»',
  ]);
  assert.deepEqual(
    briefReportOf(docker('    extra_hosts = ["$HOST:1.2.3.4", "{{ .host }}"]\n    host = "$DOCKER_HOST"\n')),
    [],
  );
});

test('hostile texts are read at once', () => {
  const start = performance.now();
  for (const [{ read }] of counted(texts)) {
    for (const part of [
      'a',
      ':',
      '1',
      ' ',
      '.',
      ',',
      '/',
      '"',
      '-',
      'a:',
      '1.',
      'a=',
      '::',
      '0,',
      '""',
      'unix:',
      'ab ',
    ]) {
      read(part.repeat(100_000));
      read(`device=${part.repeat(100_000)}`);
    }
  }
  assert.ok(performance.now() - start < 3000 * SLACK, `${performance.now() - start}`);
});

test('a key of Docker below the header of its map is no setting of the kernel', () => {
  const text = '[[runners]]\n[runners.docker.sysctls]\nservices_devices = "x"\nip_forward = "1"\n';
  assert.deepEqual(briefReportOf(text), ['4 error invalid-value «ip_forward»']);
});
