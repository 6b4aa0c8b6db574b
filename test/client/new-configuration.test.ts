import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'smol-toml';
import templates from '../../client/new-configuration.json';
import { recognize } from '../../server/containers/toml-file/recognition';
import { counted } from '../counted';

const facts = '../shared/facts';

/** The text of a snippet when every placeholder is left as it is. */
function expand(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
}

/** Paths of the tables and keys of a value, written as the facts write them: `runners[].docker.image`. */
function paths(table: object, prefix = ''): string[] {
  return Object.entries(table).flatMap(([name, value]) => {
    const isTables = Array.isArray(value) && typeof value[0] === 'object';
    const path = `${prefix}${name}${isTables ? '[]' : ''}`;
    const tables = isTables ? (value as object[]) : typeof value === 'object' && !Array.isArray(value) ? [value] : [];
    return [path, ...tables.flatMap((inner) => paths(inner, `${path}.`))];
  });
}

describe('a new configuration', () => {
  for (const { executor, body } of counted(templates)) {
    it(`for ${executor} is valid and recognised`, () => {
      const text = expand(body);
      const { runners } = parse(text) as { runners: { executor: string; token: string; url: string }[] };
      assert.deepEqual(
        runners.map((runner) => runner.executor),
        [executor],
      );
      assert.equal(recognize({ path: 'Untitled-1', languageId: 'toml', text }).verdict, 'content');
      assert.doesNotMatch(text, /\$\{|\t/);
    });
  }

  it('writes the Windows path that it shows', () => {
    const windows = templates.find(({ executor }) => executor === 'docker-windows');
    assert.match(expand(windows?.body ?? []), /volumes = \['C:\\cache'\]/);
  });

  const withFacts = existsSync(facts) ? {} : { skip: `${facts} is not here` };
  it('uses keys of the runner only, for every executor that is not deprecated', withFacts, () => {
    const keys: { path: string; kind: string; removed: string | null }[] = JSON.parse(
      readFileSync(`${facts}/keys.json`, 'utf8'),
    );
    const known = new Set(keys.filter(({ removed }) => !removed).map(({ path }) => path));
    for (const { body } of templates) {
      for (const path of paths(parse(expand(body)))) {
        if (!path.includes('.plugin_config.')) assert.ok(known.has(path), path);
      }
    }
    const enumerations: { name: string; values: string[] }[] = JSON.parse(readFileSync(`${facts}/enums.json`, 'utf8'));
    const executors = enumerations.find(({ name }) => name === 'executor')?.values ?? [];
    assert.deepEqual(
      templates.map(({ executor }) => executor).sort(),
      executors.filter((name) => name !== 'docker+machine').sort(),
    );
  });
});
