/** No grammar takes long for a text that nobody means: each is asked at every keystroke in its value. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GrammarName } from '../../../server/schema/types';
import { grammarNamed, grammarNames } from '../../../server/values/all';
import { tolerationProblem } from '../../../server/values/k8s-toleration';
import { counted } from '../../counted';
import { SLACK } from '../../slack';

const LENGTH = 1_000_000;
/** Milliseconds for a text of that length. */
const MOST = 50 * SLACK;
/** What else the machine does makes one reading slow, and not each. */
const TRIES = 4;

const parts = [
  'a',
  '0',
  '-',
  '.',
  ':',
  '/',
  ' ',
  'a-',
  'a.',
  'a/',
  'a:',
  'A_',
  '1.',
  '0m',
  '..',
  '/../',
  ', ',
  '=',
  '\n\t- ',
  '{[',
  '"',
];

/** What a grammar takes, or nearly, and what it looks for in a text. */
const partsOf: Readonly<Partial<Record<GrammarName, readonly string[]>>> = {
  cpuset: ['0-0,', '0,', '1..2 '],
  'cron-autoscaler': ['* ', '1-5,', '*/2 '],
  'cron-machine': ['* ', '1-5,', '*/2,', 'mon-'],
  'dns-address': ['::', 'ff:', '1::'],
  'docker-device': [':rw', 'a:b:'],
  'docker-memory': ['1k', '0 '],
  'docker-volume': [':ro', ',z', 'C:\\'],
  'environment-entry': ['$' + '{', 'A=', '%A%'],
  'extra-host': ['a:1', '[::]'],
  'go-duration': ['15m', '1h', '.1s', '1 h '],
  'go-regexp': ['(', '(a', '(?:a)', '[a', 'a|', '\\', 'a{1}', '[[:a'],
  'go-regexp-of-job': ['(', '[a-'],
  gpus: ['"a",', 'device=0,', 'all,'],
  'image-glob': ['{', '[a', '\\', '{a,'],
  'image-reference': ['a/', '@sha256:', 'a:b'],
  'k8s-host-name': ['a.', 'A ', 'https://'],
  'k8s-ip': ['1.', 'ff:', '1/'],
  'k8s-service-alias': ['a,', 'build ', 'A, '],
  'k8s-memory-limit': ['1e', '1Mi', '1_'],
  'mac-address': ['ff:', 'ff-', 'f '],
  'machine-name': ['%', '%s', '%d-'],
  'machine-option': ['a-b=c,', 'a-', '--a', ', '],
  rational: ['1/', '.1', '1e'],
  'security-opt': ['label=', 'seccomp:'],
  sysctl: ['a.', 'vm.'],
  timezone: ['Europe/', 'utc '],
  tmpfs: ['rw,', 'size=1,'],
  ulimit: ['1:', '-1:'],
  url: ['https://', 'a@', '%2'],
  token: ['glrt-', 'GR1348941', ' a'],
  'volumes-from': [':ro', 'a:'],
};

function texts(part: string): readonly string[] {
  const many = part.repeat(Math.floor(LENGTH / part.length));
  return [many, `${'x'.repeat(10)}${many}!`];
}

function timeOf(act: () => void): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

/** The shortest of some tries, no more than it takes to see that it is short. */
function shortest(act: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && least >= MOST; tries++) least = Math.min(least, timeOf(act));
  return least;
}

test('1 MB of anything is read at once', () => {
  const slow: string[] = [];
  for (const name of counted(grammarNames, 60)) {
    const grammar = grammarNamed(name);
    for (const part of [...parts, ...(partsOf[name] ?? [])]) {
      for (const text of texts(part)) {
        const took = shortest(() => {
          const { value } = grammar.read(text);
          if (value !== undefined) grammar.say?.(value);
          grammar.complete?.(text, text.length);
        });
        if (took >= MOST) slow.push(`${name} of ${JSON.stringify(part)}: ${Math.round(took)} ms`);
      }
    }
  }
  assert.deepEqual(slow, []);
});

test('a toleration, too', () => {
  for (const part of parts) {
    const text = part.repeat(LENGTH / part.length);
    const took = shortest(() => tolerationProblem({ name: text, effect: text }));
    assert.ok(took < 2 * MOST, `${JSON.stringify(part)}: ${Math.round(took)} ms`);
  }
});
