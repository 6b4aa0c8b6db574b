/** A key and a value without an equals sign between them: the value becomes one that the key takes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../counted';
import { findingsOf, fixed, fixedAll } from '../findings';
import { titleOf } from '../said';

/** The first fix of the problem at the key or behind it. */
function mended(text: string): string {
  const found = findingsOf(text).find(({ code }) => code === 'missing-equals' || code === 'colon-for-equals');
  const [fix] = found?.fixes?.() ?? [];
  assert.ok(fix, text);
  return fixed(text, titleOf(fix));
}

const inDocker = (line: string) => `[[runners]]\n[runners.docker]\n${line}\n`;

test('what is written is a value as the key takes it', () => {
  const lines = [
    ['cpus 2', 'cpus = "2"'],
    ['privileged yes', 'privileged = true'],
    ['privileged "true" # dind', 'privileged = true # dind'],
    ['privileged true', 'privileged = true'],
    ['volumes /cache', 'volumes = ["/cache"]'],
    ['volumes ["/cache"]', 'volumes = ["/cache"]'],
    ['shm_size 300m', 'shm_size = 314572800'],
    ['memory 512m', 'memory = "512m"'],
    ['image 5', 'image = "5"'],
    ['image docker+machine', 'image = "docker+machine"'],
    ['nothing 5', 'nothing = 5'],
    ['nothing x', 'nothing = "x"'],
    ['cpus: 2', 'cpus = "2"'],
    ['cpus : 2', 'cpus = "2"'],
    ['privileged: "true"', 'privileged = true'],
    ['privileged: true', 'privileged = true'],
    ['shm_size: "300m" # x', 'shm_size = 314572800 # x'],
    ['nothing: 5', 'nothing = 5'],
  ] as const;
  for (const [wrong, right] of counted(lines, 18)) assert.equal(mended(inDocker(wrong)), inDocker(right));
});

test('a colon before a port is part of the address', () => {
  assert.equal(mended('listen_address :9252\n'), 'listen_address = ":9252"\n');
  assert.equal(fixedAll('listen_address :9252\n'), 'listen_address = ":9252"\n');
  assert.equal(
    mended('[session_server]\n  advertise_address :8093 # x\n'),
    '[session_server]\n  advertise_address = ":8093" # x\n',
  );
  assert.equal(mended('listen_address: 9252\n'), 'listen_address = "9252"\n');
  assert.equal(mended('concurrent :4\n'), 'concurrent = 4\n');
  assert.equal(mended(inDocker('image :5')), inDocker('image = "5"'));
});
