import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixAll } from '../../../server/features/code-actions';
import { applyEdits } from '../../../server/text/edit';
import { context, documentOf, fixed, fixTitles } from '../findings';

const MERGE = 'Merge it with the first table';

test('the second of two tables of a name joins the first, with its comments, wherever it stands', () => {
  const text = `[[runners]]
  [runners.docker]
    image = "x" # the jobs'
  [runners.cache]
    Type = "s3"

  # more
  [runners.docker]
    # for dind
    privileged = true

    volumes = ["/cache"]
# the end
`;
  assert.equal(
    fixed(text, MERGE),
    `[[runners]]
  [runners.docker]
    image = "x" # the jobs'
  # more
    # for dind
    privileged = true

    volumes = ["/cache"]
  [runners.cache]
    Type = "s3"
# the end
`,
  );
});

test('one right behind the other, at the end of a file without a line break, with CRLF, and with nothing in it', () => {
  const first = '[session_server]\n  listen_address = "x:1"\n';
  const merged = `${first}  session_timeout = 5`;
  assert.equal(fixed(`${first}\n[session_server]\n  session_timeout = 5\n`, MERGE), `${merged}\n`);
  assert.equal(fixed(`${first}[session_server]\n  session_timeout = 5`, MERGE), merged);
  const windows = `${first}[labels]\na = "b"\n[session_server]\n  session_timeout = 5\n`.replaceAll('\n', '\r\n');
  assert.equal(fixed(windows, MERGE), `${merged}\n[labels]\na = "b"\n`.replaceAll('\n', '\r\n'));
  assert.equal(fixed(`${first}[session_server]\n`, MERGE), first);
});

test('what both say is said once; where they contradict each other nobody knows', () => {
  const first = '[session_server]\n  listen_address = "x:1"\n';
  assert.equal(
    fixed(`${first}[session_server]\n  listen_address = "x:1"\n  session_timeout = 5\n`, MERGE),
    `${first}  session_timeout = 5\n`,
  );
  assert.ok(!fixTitles(`${first}[session_server]\n  listen_address = "y:1"\n`).includes(MERGE));
});

test('no merge where the first is written in another way, or a comment would be lost', () => {
  const second = '[runners.docker]\n  image = "x"\n';
  assert.ok(!fixTitles(`[[runners]]\n  docker = { privileged = true }\n${second}`).includes(MERGE));
  assert.ok(
    !fixTitles(`[[runners]]\n[runners.docker]\n  user = "a"\n${second.replace(']', '] # why')}`).includes(MERGE),
  );
});

test('no merge of what is no second table of the same name, or cannot be moved by its lines', () => {
  for (const text of [
    '[a]\nb = 1\n[[a]]\nc = 2\n',
    '[a]\nb.c = 1\n[a.b]\nd = 2\n',
    'a = 1\n[a]\nb = 1\n',
    '[a]\nb = 1\n[a\nc = 2\n',
    '[a]\nb = { c = 1 }\n[a.b]\nd = 2\n',
    '[a]\nb.c = 1\n[a]\nb.d = 1\n',
    '[a]\nb = 1\n[a]\nb = 1.0\n',
  ])
    assert.ok(!fixTitles(text).includes(MERGE), text);
  assert.equal(fixed("[a.b]\nc = 1\n[a.'b']\nd = 2\n", MERGE), '[a.b]\nc = 1\nd = 2\n');
  assert.equal(fixed('[a]\nb.c = 1\n[a]\nb.c = 1\nd = 2\n', MERGE), '[a]\nb.c = 1\nd = 2\n');
});

test('what is all said already goes with its header', () => {
  const first = '[a]\nb = 1\n';
  assert.equal(fixed(`${first}[a]\nb = 1\n\n`, MERGE), `${first}\n`);
  assert.equal(fixed(`${first}[c]\n[a]\n  b = 1\n[d]\n`, MERGE), `${first}[c]\n[d]\n`);
});

test('"fix all" merges, and takes what ends a line elsewhere from behind values', () => {
  const text = `[[runners]]
  limit = 4；
  [runners.docker]
    image = "x"，
  [runners.docker]
    privileged = true，
    disable_cache = false。
    shm_size = 5,
    user = "a" ; # who
`;
  const after = applyEdits(text, fixAll(documentOf(text), context));
  assert.equal(
    after,
    `[[runners]]
  limit = 4
  [runners.docker]
    image = "x"
    privileged = true
    disable_cache = false
    shm_size = 5
    user = "a"  # who
`,
  );
});
