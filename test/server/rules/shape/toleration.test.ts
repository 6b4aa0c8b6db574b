import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, fixed, fixTitles } from '../../findings';
import { verdictsOn } from '../../values/verdict-of';

const TABLE = '[runners.kubernetes.node_tolerations]';
const verdict = (line: string) => verdictsOn(line, TABLE);

test('the value of a taint with its effect behind the equals sign', () => {
  assert.deepEqual(verdict('dedicated = "gitlab:NoSchedule"'), [
    'error «"gitlab:NoSchedule"» → "dedicated=gitlab" = "NoSchedule"',
  ]);
  assert.deepEqual(verdict('"dedicated" = "true:noExecute"'), [
    'error «"true:noExecute"» → "dedicated=true" = "NoExecute"',
  ]);
  assert.deepEqual(verdict('dedicated = ":NoSchedule"'), ['error «":NoSchedule"» → dedicated = "NoSchedule"']);
});

test('an effect in other letters, or none', () => {
  assert.deepEqual(verdict('dedicated = "noSchedule"'), ['error «"noSchedule"» → dedicated = "NoSchedule"']);
  assert.deepEqual(verdict('"dedicated=ci" = "no-schedule"'), [
    'error «"no-schedule"» → "dedicated=ci" = "NoSchedule"',
  ]);
  assert.deepEqual(verdict('dedicated = "Exists"'), ['error «"Exists"» → dedicated = ""']);
  assert.deepEqual(verdict('"dedicated=ci" = "NoSchedul"'), ['error «"NoSchedul"»']);
});

test('a value alone: which effect was meant, nobody knows', () => {
  const text = `[[runners]]\nexecutor = "kubernetes"\n${TABLE}\ndedicated = "gitlab"\n`;
  assert.deepEqual(briefReportOf(text), ['4 error invalid-value «"gitlab"»']);
  assert.deepEqual(fixTitles(text), [
    'Change to `"dedicated=gitlab" = "NoSchedule"`',
    'Change to `"dedicated=gitlab" = "NoExecute"`',
    'Change to `"dedicated=gitlab" = ""`',
  ]);
  assert.deepEqual(briefReportOf(fixed(text, 'Change to `"dedicated=gitlab" = ""`')), []);
});

test('a taint as kubectl writes it', () => {
  assert.deepEqual(verdict('"dedicated=gitlab:NoSchedule" = ""'), [
    'error «"dedicated=gitlab:NoSchedule"» → "dedicated=gitlab" = "NoSchedule"',
  ]);
});

test('what is no key and no value of a label', () => {
  assert.deepEqual(verdict('"a b" = "NoSchedule"'), ['error «"a b"»']);
  assert.deepEqual(verdict('"a=b c" = "NoSchedule"'), ['error «"a=b c"»']);
  assert.deepEqual(verdict('"a=b=c" = "NoSchedule"'), ['error «"a=b=c"»']);
});

test('what tolerates something draws nothing', () => {
  const right = [
    '"node-role.kubernetes.io/master" = "NoSchedule"',
    '"custom.toleration=value" = "PreferNoSchedule"',
    '"" = ""',
    'dedicated = ""',
    '"dedicated=" = "NoExecute"',
    'dedicated = "$EFFECT"',
    '"$KEY" = "NoSchedule"',
    'dedicated = "{{ .Values.effect }}"',
    '"{{ .Values.key }}" = "NoSchedule"',
  ];
  for (const line of right) assert.deepEqual(verdict(line), [], line);
  assert.deepEqual(verdictsOn('node_tolerations = { dedicated = "NoSchedule" }'), []);
});
