import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { choicesIn, type Memory } from '../../client/choices';

function memory(): Memory & { readonly stored: Map<string, unknown> } {
  const stored = new Map<string, unknown>();
  return {
    stored,
    get: <T>(key: string) => stored.get(key) as T | undefined,
    update: async (key, value) => void stored.set(key, value),
  };
}

describe('choices of the user', () => {
  it('are remembered for each document', async () => {
    const choices = choicesIn(memory());
    assert.equal(choices.of('file:///a.toml'), undefined);
    await choices.set('file:///a.toml', 'ours');
    await choices.set('file:///b.toml', 'not-ours');
    assert.equal(choices.of('file:///a.toml'), 'ours');
    assert.equal(choices.of('file:///b.toml'), 'not-ours');
  });

  it('are forgotten on "automatic"', async () => {
    const kept = memory();
    const choices = choicesIn(kept);
    await choices.set('file:///a.toml', 'ours');
    await choices.set('file:///a.toml', undefined);
    assert.equal(choices.of('file:///a.toml'), undefined);
    assert.deepEqual([...kept.stored.values()], [{}]);
  });

  it('do not grow without end: the oldest go', async () => {
    const choices = choicesIn(memory());
    for (let index = 0; index <= 500; index++) await choices.set(`file:///${index}.toml`, 'ours');
    assert.equal(choices.of('file:///0.toml'), undefined);
    assert.equal(choices.of('file:///1.toml'), 'ours');
    assert.equal(choices.of('file:///500.toml'), 'ours');
  });
});
