import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, dataReportOf, fixed, fixedAll, fixTitles } from '../../findings';

test('one bracket around a runner', () => {
  const text = `[runners] # the only one
  name = "a"
  [runners.docker]
    image = "alpine"
`;
  assert.deepEqual(dataReportOf(text), [
    '1 error single-table-for-array «runners»: single-table-for-array header=[[runners]] key=runners',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `[[runners]]`']);
  const after = fixed(text, 'Change to `[[runners]]`');
  assert.equal(
    after,
    `[[runners]] # the only one
  name = "a"
  [runners.docker]
    image = "alpine"
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('a volume', () => {
  const text = `[[runners]]
  [runners.kubernetes.volumes.host_path]
    name = "n"
    mount_path = "/m"
`;
  assert.deepEqual(dataReportOf(text), [
    '2 error single-table-for-array «host_path»: single-table-for-array header=[[runners.kubernetes.volumes.host_path]] key=runners.kubernetes.volumes.host_path',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `[[runners.kubernetes.volumes.host_path]]`']);
  const after = fixed(text, 'Change to `[[runners.kubernetes.volumes.host_path]]`');
  assert.equal(
    after,
    `[[runners]]
  [[runners.kubernetes.volumes.host_path]]
    name = "n"
    mount_path = "/m"
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('an inline table', () => {
  const text = `[[runners]]
  docker = { services = { name = "mysql" } }
`;
  assert.deepEqual(dataReportOf(text), [
    '2 error single-table-for-array «services»: single-table-for-array header=[[runners.docker.services]] key=runners.docker.services',
  ]);
  assert.deepEqual(fixTitles(text), ['Put the table into a list']);
  const after = fixed(text, 'Put the table into a list');
  assert.equal(
    after,
    `[[runners]]
  docker = { services = [{ name = "mysql" }] }
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

/** Lists of two entries and more, with one bracket in some of the headers. */
const lists: readonly (readonly [string, string, ...string[]])[] = [
  ['two runners', '[runners]\n  name = "a"\n[runners]\n  name = "b"\n', '1 runners', '3 runners'],
  [
    'the first of two runners',
    '[runners]\n  [runners.docker]\n    image = "a"\n[[runners]]\n  [runners.docker]\n    image = "a"\n',
    '1 runners',
  ],
  [
    'the second of two runners',
    '[[runners]]\n  [runners.docker]\n    image = "a"\n[runners]\n  [runners.docker]\n    image = "a"\n',
    '4 runners',
  ],
  [
    'two volumes',
    `[[runners]]
  [runners.kubernetes]
    [runners.kubernetes.volumes.host_path]
      name = "a"
      mount_path = "/a"
    [runners.kubernetes.volumes.host_path]
      name = "b"
      mount_path = "/b"
`,
    '3 host_path',
    '6 host_path',
  ],
  [
    'three host aliases',
    `[[runners]]
  [runners.kubernetes]
${'    [runners.kubernetes.host_aliases]\n      ip = "127.0.0.1"\n      hostnames = ["a"]\n'.repeat(3)}`,
    '3 host_aliases',
    '6 host_aliases',
    '9 host_aliases',
  ],
  [
    'the second service',
    '[[runners]]\n  [[runners.docker.services]]\n    name = "a"\n  [runners.docker.services]\n    name = "b"\n',
    '4 services',
  ],
];

for (const [name, text, ...places] of lists) {
  test(`${name}, each header on its own`, () => {
    const wanted = places.map((place) => `${place.replace(' ', ' error single-table-for-array «')}»`);
    assert.deepEqual(briefReportOf(text), wanted);
    const after = fixedAll(text);
    assert.equal(after, text.replaceAll(/^( *)\[+(runners|.*(?:host_path|host_aliases|services))\]+$/gm, '$1[[$2]]'));
    assert.deepEqual(dataReportOf(after), []);
  });
}

test('below a table of it two brackets would begin another runner', () => {
  const text = '[runners.docker]\n  image = "a"\n[runners]\n  name = "b"\n';
  assert.deepEqual(briefReportOf(text), ['3 error single-table-for-array «runners»']);
  assert.deepEqual(fixTitles(text), []);
});
