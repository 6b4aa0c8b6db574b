/** What takes a value that is broken TOML. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTaken, takesText, type ValueTaker, valueTaker } from '../../../server/meaning/value-taker';
import { readCursor } from '../cursor';
import { context, documentOf } from '../findings';

/** What takes the value that starts at the `|`. */
function takerAt(marked: string): ValueTaker | undefined {
  const { text, offset } = readCursor(marked);
  return valueTaker(documentOf(text), context.schema, { start: offset, end: offset });
}

/** The path of the key, the name that is written, and what of the key the value is. */
function brief(marked: string): string | undefined {
  const taker = takerAt(marked);
  return taker && [taker.key.path, taker.name, taker.inside ?? 'whole'].join(' ');
}

const docker = '[[runners]]\n[runners.docker]\n';

describe('a value is taken', () => {
  it('by its key', () => {
    assert.equal(brief('concurrent = |4\n'), 'concurrent concurrent whole');
    assert.equal(brief('[[runners]]\nLimit = |4\n'), 'runners[].limit Limit whole');
  });

  it('by the list that it is an item of', () => {
    assert.equal(brief(`${docker}volumes = [|"a"]\n`), 'runners[].docker.volumes volumes array');
    assert.equal(
      brief('[[runners]]\n[runners.kubernetes]\npull_policy = ["a", |"x"]\n'),
      'runners[].kubernetes.pull_policy pull_policy array',
    );
  });

  it('by the map that it is an entry of', () => {
    assert.equal(brief(`${docker}[runners.docker.sysctls]\na = |1\n`), 'runners[].docker.sysctls a map');
    assert.equal(brief('[[runners]]\nfeature_flags = { A = |true }\n'), 'runners[].feature_flags A map');
  });

  it('by nothing that is known', () => {
    for (const marked of [
      'x = |1\n',
      'concurrent = 4|\n',
      'con|current = 4\n',
      '[[runners]]\nlimit = [|3]\n',
      `${docker}volumes = [["a", |"b"]]\n`,
      `${docker}[runners.docker.sysctls]\na = [|1]\n`,
      '[[runners]]\n[runners.autoscaler.plugin_config]\na = |1\n',
    ])
      assert.equal(brief(marked), undefined, marked);
  });
});

/** Which of some texts of TOML nothing would be said of, and whether texts are values at all. */
function taken(marked: string): { texts: boolean; taken: string[] } {
  const taker = takerAt(marked) ?? assert.fail(marked);
  const texts = ['1', '"a"', 'true', '"1h"', '"always"', '[]', 'x', '"'];
  return { texts: takesText(taker), taken: texts.filter((text) => isTaken(context.schema, taker, text)) };
}

describe('nothing is said', () => {
  it('of a value of the type of its key, with its grammar', () => {
    assert.deepEqual(taken('concurrent = |x\n'), { texts: false, taken: ['1'] });
    assert.deepEqual(taken('connection_max_age = |x\n'), { texts: true, taken: ['1', '"1h"'] });
    assert.deepEqual(taken('[[runners]]\nname = |x\n'), { texts: true, taken: ['"a"', '"1h"', '"always"'] });
    assert.deepEqual(taken(`${docker}privileged = |x\n`), { texts: false, taken: ['true'] });
    assert.deepEqual(taken('[[runners]]\ntoken_expires_at = |x\n'), { texts: true, taken: [] });
  });

  it('of an item or entry of the type of its list or map', () => {
    assert.deepEqual(taken(`${docker}allowed_users = [|x]\n`), { texts: true, taken: ['"a"', '"1h"', '"always"'] });
    assert.deepEqual(taken('[[runners]]\nfeature_flags = { A = |x }\n'), { texts: false, taken: ['true'] });
    assert.deepEqual(taken('[[runners]]\n[runners.kubernetes.node_selector]\n"a.b/c" = |x\n'), {
      texts: true,
      taken: ['"a"', '"1h"', '"always"'],
    });
  });

  it('of one that its key names', () => {
    const kubernetes = '[[runners]]\n[runners.kubernetes]\n';
    assert.deepEqual(taken(`${kubernetes}pull_policy = |x\n`), { texts: true, taken: ['"always"', '[]'] });
    assert.deepEqual(taken(`${kubernetes}pull_policy = [|x]\n`), { texts: true, taken: ['"always"'] });
  });

  it('of one that its grammar reads', () => {
    const autoscaling = '[[runners]]\n[runners.machine]\n[[runners.machine.autoscaling]]\n';
    const takes = (marked: string, text: string) =>
      isTaken(context.schema, takerAt(`${autoscaling}${marked}\n`) ?? assert.fail(marked), text);
    assert.deepEqual(
      ['"* * 9-17 * * mon-fri *"', '"a"'].map((text) => takes('Periods = [|x]', text)),
      [true, false],
    );
    assert.deepEqual(
      ['"UTC"', '"Nowhere/X"'].map((text) => takes('Timezone = |x', text)),
      [true, false],
    );
    // Of these grammars nothing is said, but they read no such text.
    const memory = takerAt(`${docker}memory = |x\n`) ?? assert.fail();
    const limit = takerAt('[[runners]]\n[runners.kubernetes]\ncpu_limit = |x\n') ?? assert.fail();
    assert.deepEqual(
      ['"512m"', '""', '"a"'].map((text) => isTaken(context.schema, memory, text)),
      [true, true, false],
    );
    assert.deepEqual(
      ['"500m"', '"a lot"'].map((text) => isTaken(context.schema, limit, text)),
      [true, false],
    );
  });
});
