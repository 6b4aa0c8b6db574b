/** Rules about a file as a whole: what they read of it they are asked again for, and of branches they say nothing. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rules } from '../../../server/rules/all';
import { Service } from '../../../server/service';
import type { Code } from '../../../server/text/code';
import { counted } from '../../counted';
import { twinsOf } from './twins';

interface Example {
  readonly file?: string;
  readonly bad: string;
  readonly good: string;
}

const URI = 'file:///gitlab-runner/config.toml';
const FOLDER = 'schemas/rules';

/** Without a file of a chart: there each runner is asked with all others. */
const examples = new Map<string, readonly Example[]>(
  readdirSync(FOLDER).flatMap((name) =>
    Object.entries(
      JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Record<string, { examples?: Example[] }>,
    ).map(([code, row]): [string, Example[]] => [code, (row.examples ?? []).filter(({ file }) => file === undefined)]),
  ),
);
const fileRules = rules.flatMap((rule) => (rule.scope === 'file' ? rule : []));
/** The number of labels is one of many things that are said of values: label-count.test.ts. */
const OF_VALUES: Code = 'invalid-value';
const asked = fileRules.filter(({ code }) => code !== OF_VALUES && (examples.get(code)?.length ?? 0) > 0);

function said(service: Service, code: Code, text: string, version = 1): unknown[] {
  return service
    .diagnostics({ uri: URI, languageId: 'gitlab-runner-config', version, getText: () => text })
    .filter((found) => found.code === code);
}

for (const { code } of counted(asked, 8)) {
  test(`${code}: after a change of one place it is what a fresh look says`, () => {
    for (const { bad, good } of examples.get(code) ?? []) {
      const service = new Service();
      let version = 0;
      const changed = [...twinsOf(bad, { to: good, shared: true }), ...twinsOf(good, { to: bad, shared: false })];
      for (const text of [bad, ...counted(changed).flatMap((twin) => [twin.text, bad])])
        assert.deepEqual(said(service, code, text, ++version), said(new Service(), code, text), text);
    }
  });
}

/** Which runners there are when a branch is taken nobody knows; these count them, or compare one with others. */
const OF_ALL: readonly Code[] = [
  'autoscaler-capacity',
  'autoscaler-shared-group',
  'concurrent-missing',
  'concurrent-vs-runners',
  'duplicate-name',
  'duplicate-token',
  'limit-gt-concurrent',
  'request-concurrency-gt-limit',
];

for (const code of counted(OF_ALL)) {
  test(`${code}: of a file with branches nothing is said`, () => {
    for (const { bad } of counted(examples.get(code) ?? [])) {
      assert.ok(said(new Service(), code, bad).length > 0);
      assert.deepEqual(said(new Service(), code, `${bad}{{ if .x }}\n# a\n{{ end }}\n`), []);
    }
  });
}
