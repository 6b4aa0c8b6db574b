import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertWhenAnswered } from '../../client/insert-when-answered';
import { insertConfiguration } from '../../client/values-text';

const insertion = (values: string) => insertConfiguration(values, '[[runners]]\n');

/** A values file whose text becomes another one while VS Code asks or shows it. */
function fileThat(text: string, { asked = text, shown = '', answers = true, isLocked = false } = {}) {
  const file = {
    now: text,
    questions: 0,
    text: () => file.now,
    async mayReplace() {
      file.now = asked;
      file.questions++;
      return answers;
    },
    async show() {
      if (shown) file.now = shown;
    },
    async write({ start, end, text: written }: { start: number; end: number; text: string }) {
      if (isLocked) return false;
      file.now = file.now.slice(0, start) + written + file.now.slice(end);
      return true;
    },
  };
  return file;
}

const OLD = 'runners:\n  config: |\n    concurrent = 4\n';
const NEW = 'runners:\n  config: |\n    [[runners]]\n';

test('what stands there goes when the user says so', async () => {
  const file = fileThat(OLD);
  assert.equal(typeof (await insertWhenAnswered(file, insertion)), 'object');
  assert.equal(file.now, NEW);

  const kept = fileThat(OLD, { answers: false });
  assert.equal(await insertWhenAnswered(kept, insertion), undefined);
  assert.equal(kept.now, OLD);
});

test('a file that changes while it is asked about is written as it is by then', async () => {
  const file = fileThat(OLD, { asked: `# new\nreplicas: 1\n${OLD}` });
  await insertWhenAnswered(file, insertion);
  assert.equal(file.now, `# new\nreplicas: 1\n${NEW}`);
});

test('one that becomes something else is refused', async () => {
  const file = fileThat(OLD, { asked: 'runners: {config: a}\n' });
  assert.equal(await insertWhenAnswered(file, insertion), 'in-braces');
  assert.equal(file.now, 'runners: {config: a}\n');
});

test('nothing goes that was not asked about', async () => {
  const file = fileThat('replicas: 1\n', { asked: OLD, shown: OLD, answers: false });
  assert.equal(await insertWhenAnswered(file, insertion), undefined);
  assert.deepEqual([file.now, file.questions], [OLD, 1]);
});

test('what the editor does not write is said', async () => {
  assert.equal(await insertWhenAnswered(fileThat(OLD, { isLocked: true }), insertion), 'not-written');
});
