/** Addresses that the runner reads before Docker is asked (dnsServerAddrs and parseMACAddress in executors/docker/docker.go). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ordinaryJob } from '../../../server/preview/ordinary-job';
import { previewed } from './recorded';

const of = (key: string) =>
  previewed(`[[runners]]\nexecutor = "docker"\n[runners.docker]\nimage = "a"\n${key}\n`, ordinaryJob({}), 'docker');

test('a server of names that is no address fails the job, at its key', () => {
  const { error = '', cause } = of('dns = ["8.8.8.8", "dns.local"]');
  assert.ok(
    error.includes(
      'invalid DNS server address "dns.local": ParseAddr("dns.local"): unexpected character (at "dns.local")',
    ),
  );
  assert.equal(cause?.by === 'key' && cause.key, 'docker.dns');
  assert.match(of('dns = ["1.2.3"]').error ?? '', /IPv4 address too short/);
  assert.match(of('dns = ["1.2.3.4:53"]').error ?? '', /unexpected character \(at ":53"\)/);
  assert.match(of('dns = ["256.1.1.1"]').error ?? '', /IPv4 field has value >255/);
  assert.match(of('dns = ["host"]').error ?? '', /unable to parse IP/);
  assert.match(of('dns = ["[::1]:53"]').error ?? '', /field must have at least one digit \(at "\[::1\]:53"\)/);
  assert.match(of('dns = ["2001:db8:"]').error ?? '', /colon must be followed by more characters \(at ":"\)/);
  assert.match(of('dns = ["1:2:3"]').error ?? '', /address string too short/);
  assert.match(of('dns = ["1::2::3"]').error ?? '', /multiple :: in address \(at ":3"\)/);
  assert.match(of('dns = ["12345::"]').error ?? '', /each group must have 4 or less digits \(at "12345::"\)/);
  assert.match(of('dns = ["::1.2.3"]').error ?? '', /IPv4 address too short/);
  assert.match(of('dns = ["::1%"]').error ?? '', /zone must be a non-empty string/);
  assert.equal(of('dns = ["::1", "10.0.0.1"]').error, undefined);
});

test('so does a hardware address that is none; another spelling is sent as Go writes it', () => {
  assert.match(of('mac_address = "zz"').error ?? '', /invalid MAC address "zz": address zz: invalid MAC address/);
  assert.ok(
    JSON.stringify(of('mac_address = "92D0.C60A.2933"').containers).includes('"MacAddress":"92:d0:c6:0a:29:33"'),
  );
});
