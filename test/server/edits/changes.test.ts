/** What each kind of change makes of a text, and where it is refused. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editsOf } from '../../../server/edits/changes';
import { joinedEdits } from '../../../server/edits/joined-edits';
import type { Change, Json } from '../../../server/meaning/change';
import type { ConfigDocument } from '../../../server/meaning/document';
import { applyEdits } from '../../../server/text/edit';
import { documentOf } from '../findings';
import { keyVisit, rootVisit, schemaOf, tableVisit } from './visits';

/** The text after changes, undefined where they are refused. */
function changed(text: string, make: (document: ConfigDocument) => Change | readonly Change[]): string | undefined {
  const document = documentOf(text);
  const edits = editsOf(document, [make(document)].flat());
  return edits && applyEdits(document.text, edits);
}

/** Sets a key from the first runner. */
function set(text: string, path: string, json: Json): string | undefined {
  return changed(text, (document) => setIn(document, path, json));
}

function setIn(document: ConfigDocument, path: string, json: Json, op: 'set' | 'append' = 'set'): Change {
  const from = document.model.root.members.has('runners') ? tableVisit(document, 'runners', 0) : rootVisit(document);
  return { op, from, key: schemaOf(path), value: { json } };
}

function append(text: string, path: string, ...items: readonly Json[]): string | undefined {
  return changed(text, (document) => items.map((item) => setIn(document, path, item, 'append')));
}

const LIMIT = 'runners[].limit';
const PRIVILEGED = 'runners[].docker.privileged';
const VOLUMES = 'runners[].docker.volumes';

describe('set', () => {
  it('adds a line behind the others, indented as they are', () => {
    assert.equal(set('[[runners]]\n\tname = "a"\n', LIMIT, 2), '[[runners]]\n\tname = "a"\n\tlimit = 2\n');
    assert.equal(set('[[runners]]\r\n  name = "a"', LIMIT, 2), '[[runners]]\r\n  name = "a"\r\n  limit = 2');
  });

  it('replaces the value that is there, in whatever case the key is written', () => {
    assert.equal(set('[[runners]]\nLimit = 1 # few\n', LIMIT, 2), '[[runners]]\nLimit = 2 # few\n');
    assert.equal(set('[[runners]]\nlimit =\n', LIMIT, 2), '[[runners]]\nlimit = 2\n');
    assert.equal(
      set('[[runners]]\ndocker = { privileged = true }\n', PRIVILEGED, false),
      '[[runners]]\ndocker = { privileged = false }\n',
    );
  });

  it('makes the table that is missing', () => {
    assert.equal(
      set('[[runners]]\n  name = "a"\n  [runners.cache]\n    Shared = true\n', PRIVILEGED, true),
      '[[runners]]\n  name = "a"\n  [runners.docker]\n    privileged = true\n  [runners.cache]\n    Shared = true\n',
    );
    assert.equal(set('concurrent = 1\n', LIMIT, 2), 'concurrent = 1\n[[runners]]\n  limit = 2\n');
  });

  it('goes up to the table around, to the top of the file too', () => {
    const text = '[[runners]]\n  [runners.docker]\n    image = "a"\n';
    const make = (path: string) =>
      changed(text, (document) => ({
        op: 'set',
        from: tableVisit(document, 'runners', 0, 'docker'),
        key: schemaOf(path),
        value: { json: 3 },
      }));
    assert.equal(make(LIMIT), text.replace('[[runners]]\n', '[[runners]]\n  limit = 3\n'));
    assert.equal(make('concurrent'), `concurrent = 3\n\n${text}`);
  });

  it('is written in braces and by dotted keys where the table is', () => {
    assert.equal(
      set('[[runners]]\ndocker = { image = "a" }\n', PRIVILEGED, true),
      '[[runners]]\ndocker = { image = "a", privileged = true }\n',
    );
    assert.equal(set('[[runners]]\ndocker = {}\n', PRIVILEGED, true), '[[runners]]\ndocker = { privileged = true }\n');
    assert.equal(
      set('[[runners]]\ncache = { Type = "s3" }\n', 'runners[].cache.s3.BucketName', 'b'),
      '[[runners]]\ncache = { Type = "s3", s3 = { BucketName = "b" } }\n',
    );
    assert.equal(
      set('[[runners]]\n  docker.image = "a" # old\n  name = "b"\n', PRIVILEGED, true),
      '[[runners]]\n  docker.image = "a" # old\n  docker.privileged = true\n  name = "b"\n',
    );
  });

  it('is written in braces over lines, where a comment keeps its place, and in none that are open', () => {
    const braces = (inside: string) => `[[runners]]\ndocker = {${inside}}\n`;
    assert.equal(
      set(braces(' image = "a" # why\n'), PRIVILEGED, true),
      braces(' image = "a", privileged = true # why\n'),
    );
    assert.equal(set(braces(' # why\n'), PRIVILEGED, true), undefined);
    assert.equal(set('[[runners]]\ndocker = { image = "a"\n', PRIVILEGED, true), undefined);
    assert.equal(set('[[runners]]\ndocker = {\n', PRIVILEGED, true), undefined);
  });

  it('is refused where a list of tables is missing or its entry is not known', () => {
    const name = 'runners[].docker.services[].name';
    for (const text of [
      '[[runners]]\ndocker = {}\n',
      '[[runners]]\n',
      '[[runners]]\n[[runners.docker.services]]\n[[runners.docker.services]]\n',
      '[[runners]]\n[runners.docker]\nservices = ["a"]\n',
      '[[runners]]\n[runners.docker]\nservices = [{}]\n',
    ])
      assert.equal(set(text, name, 'a'), undefined, text);
    assert.equal(
      set('[[runners]]\n[[runners.docker.services]]\n', name, 'a'),
      '[[runners]]\n[[runners.docker.services]]\n  name = "a"\n',
    );
  });

  it('is written behind the last dotted key of its table', () =>
    assert.equal(
      set('[[runners]]\ndocker.user = "b"\nname = "a"\ndocker.image = "a"\nlimit = 1\n', PRIVILEGED, true),
      '[[runners]]\ndocker.user = "b"\nname = "a"\ndocker.image = "a"\ndocker.privileged = true\nlimit = 1\n',
    ));

  it('leaves a comment behind the value, and is refused where what headers define would go', () => {
    assert.equal(set('[[runners]]\n# few\nlimit = 1# two\n', LIMIT, 2), '[[runners]]\n# few\nlimit = 2# two\n');
    assert.equal(set('[[runners]]\nlimit.a = 1\n', LIMIT, 2), undefined);
  });

  it('is written by dotted keys in braces', () =>
    assert.equal(
      set('[[runners]]\ncache = { s3.BucketName = "b", Type = "s3" }\n', 'runners[].cache.s3.Insecure', true),
      '[[runners]]\ncache = { s3.BucketName = "b", Type = "s3", s3.Insecure = true }\n',
    ));

  it('writes any JSON value', () => {
    assert.equal(
      set('[[runners]]\n', 'runners[].environment', ['A=1', 'B="2"']),
      '[[runners]]\n  environment = ["A=1", "B=\\"2\\""]\n',
    );
    assert.equal(
      set('[[runners]]\n[runners.docker]\n', 'runners[].docker.sysctls', { 'net.core.somaxconn': 1024, b: [], c: {} }),
      '[[runners]]\n[runners.docker]\n  sysctls = { "net.core.somaxconn" = 1024, b = [], c = {} }\n',
    );
  });

  it('is refused where a comment would go, or a table has the name', () => {
    assert.equal(set('[[runners]]\nenvironment = [\n  "A=1", # why\n]\n', 'runners[].environment', []), undefined);
    assert.equal(set('[[runners]]\n[runners.limit]\n', LIMIT, 2), undefined);
    assert.equal(set('[[runners]]\nlimit = 1\nlimit = 2\n', LIMIT, 3), undefined);
    assert.equal(set('[[runners]\n', LIMIT, 2), undefined);
    assert.equal(set('[[runners]]\n[[runners.docker]]\n[[runners.docker]]\n', PRIVILEGED, true), undefined);
  });

  it('of several keys of one table writes it once', () => {
    const both = (text: string) =>
      changed(text, (document) => [
        setIn(document, PRIVILEGED, true),
        setIn(document, LIMIT, 2),
        setIn(document, 'runners[].docker.image', 'a'),
      ]);
    assert.equal(
      both('[[runners]]\n  name = "a"\n'),
      '[[runners]]\n  name = "a"\n  limit = 2\n  [runners.docker]\n    privileged = true\n    image = "a"\n',
    );
    assert.equal(
      both('[[runners]]\ndocker = {}'),
      '[[runners]]\ndocker = { privileged = true, image = "a" }\nlimit = 2',
    );
  });

  it('of keys of several tables writes each where it belongs, and keys before headers', () => {
    const several = (text: string, ...paths: readonly string[]) =>
      changed(text, (document) => paths.map((path) => setIn(document, path, 1)));
    const SHM = 'runners[].docker.shm_size';
    const CACHE = 'runners[].cache.MaxUploadedArchiveSize';
    assert.equal(
      several('[[runners]]\n[runners.docker]\n[runners.cache]\n', SHM, CACHE, LIMIT, PRIVILEGED),
      '[[runners]]\n  limit = 1\n[runners.docker]\n  shm_size = 1\n  privileged = 1\n[runners.cache]\n  MaxUploadedArchiveSize = 1\n',
    );
    assert.equal(
      several('[[runners]]\ndocker = {}\ncache = {}\n', SHM, CACHE),
      '[[runners]]\ndocker = { shm_size = 1 }\ncache = { MaxUploadedArchiveSize = 1 }\n',
    );
    assert.equal(
      several('[[runners]]\n', SHM, CACHE, LIMIT),
      '[[runners]]\n  limit = 1\n  [runners.docker]\n    shm_size = 1\n  [runners.cache]\n    MaxUploadedArchiveSize = 1\n',
    );
    assert.equal(
      several('[[runners]]\n  docker.image = "a"\n  cache.Type = "s3"\n', SHM, CACHE, PRIVILEGED),
      '[[runners]]\n  docker.image = "a"\n  docker.shm_size = 1\n  docker.privileged = 1\n  cache.Type = "s3"\n  cache.MaxUploadedArchiveSize = 1\n',
    );
  });

  it('writes a new header as the others stand', () => {
    const flush = '[[runners]]\n  name = "a"\n[runners.cache]\n  Type = "s3"\n';
    const after = flush.replace('[runners.cache]', '[runners.docker]\n  privileged = true\n[runners.cache]');
    assert.equal(set(flush, PRIVILEGED, true), after);
    const twice = documentOf(flush);
    for (const path of [PRIVILEGED, 'runners[].docker.disable_cache'])
      assert.ok(editsOf(twice, [setIn(twice, path, true)])?.[0]?.newText.startsWith('[runners.docker]\n'), path);
    const one = '[[runners]]\n    name = "a"\n';
    assert.equal(set(one, PRIVILEGED, true), `${one}    [runners.docker]\n        privileged = true\n`);
    const tabs = '[[runners]]\n\tname = "a"\n[labels]\n  a = "b"\n';
    assert.equal(
      set(tabs, PRIVILEGED, true),
      tabs.replace('[labels]', '\t[runners.docker]\n\t\tprivileged = true\n[labels]'),
    );
    const shallow = '  [[runners]]\nname = "a"\n[labels]\n   a = "b"\n';
    assert.equal(
      set(shallow, PRIVILEGED, true),
      shallow.replace('[labels]', '[runners.docker]\n   privileged = true\n[labels]'),
    );
    const mixed = '[[runners]]\n  name = "a"\n[runners.cache]\n  [runners.cache.s3]\n';
    assert.equal(
      set(mixed, PRIVILEGED, true),
      mixed.replace('[runners.cache]', '  [runners.docker]\n    privileged = true\n[runners.cache]'),
    );
  });

  it('twice of one key is refused', () => {
    const twice = (text: string) => changed(text, (document) => [setIn(document, LIMIT, 2), setIn(document, LIMIT, 3)]);
    assert.equal(twice('[[runners]]\n'), undefined);
    assert.equal(twice('[[runners]]\nlimit = 1\n'), undefined);
  });
});

describe('append', () => {
  const list = (value: string) => `[[runners]]\n[runners.docker]\n  volumes = ${value}\n  image = "a"\n`;
  const appended = (value: string, ...items: readonly Json[]) => {
    const after = append(list(value), VOLUMES, ...items);
    return after?.replace('[[runners]]\n[runners.docker]\n  volumes = ', '').replace('\n  image = "a"\n', '');
  };

  it('on one line', () => {
    assert.equal(appended('["/a"]', '/b'), '["/a", "/b"]');
    assert.equal(appended('["/a", ]', '/b'), '["/a", "/b", ]');
    assert.equal(appended('["/a"]', '/b', '/c'), '["/a", "/b", "/c"]');
    assert.equal(appended('[]', '/a', '/b'), '["/a", "/b"]');
    assert.equal(appended('[\n]', '/a'), '["/a"]');
  });

  it('on lines of their own', () => {
    assert.equal(appended('[\n    "/a",\n    "/b"\n  ]', '/c'), '[\n    "/a",\n    "/b",\n    "/c"\n  ]');
    assert.equal(
      appended('[\n    "/a",\n    "/b",\n  ]', '/c', '/d'),
      '[\n    "/a",\n    "/b",\n    "/c",\n    "/d",\n  ]',
    );
    assert.equal(appended('[\n    "/a", # , why\n  ]', '/b'), '[\n    "/a", # , why\n    "/b",\n  ]');
    assert.equal(appended('[\n    "/a" # , why\n  ]', '/b'), '[\n    "/a", # , why\n    "/b"\n  ]');
    assert.equal(appended('[\n    # one\n    "/a",\n  ]', '/b'), '[\n    # one\n    "/a",\n    "/b",\n  ]');
    assert.equal(appended('[\n    "/a"\n  ]', '/b', '/c'), '[\n    "/a",\n    "/b",\n    "/c"\n  ]');
    const comma = '[[runners]]\nenvironment = [\n  "A=1"\n]\nname = "a,b"\n';
    assert.equal(append(comma, 'runners[].environment', 'B=2'), comma.replace('"A=1"', '"A=1",\n  "B=2"'));
    assert.equal(appended('[\n    "/a"]', '/b'), '[\n    "/a",\n    "/b"]');
    assert.equal(appended('[\n    "/a",]', '/b'), '[\n    "/a",\n    "/b",]');
    assert.equal(appended('[\n    "/a", "/b"\n  ]', '/c'), '[\n    "/a", "/b", "/c"\n  ]');
    assert.equal(appended('["/a",\n    "/b"]', '/c'), '["/a",\n    "/b",\n    "/c"]');
  });

  it('makes the list that is missing, with its table', () =>
    assert.equal(append('[[runners]]\n', VOLUMES, '/a'), '[[runners]]\n  [runners.docker]\n    volumes = ["/a"]\n'));

  it('to several lists at once, each in its own', () =>
    assert.equal(
      changed('[[runners]]\nenvironment = ["A=1"]\n[runners.docker]\nvolumes = []\ndevices = ["/x"]\n', (document) =>
        [VOLUMES, 'runners[].docker.devices', 'runners[].environment', VOLUMES].map((path, index) =>
          setIn(document, path, String(index), 'append'),
        ),
      ),
      '[[runners]]\nenvironment = ["A=1", "2"]\n[runners.docker]\nvolumes = ["0", "3"]\ndevices = ["/x", "1"]\n',
    ));

  it('is refused where there is no list that could be told', () => {
    assert.equal(appended('"/a"', '/b'), undefined);
    assert.equal(appended('[\n  # none\n]', '/b'), undefined);
    assert.equal(appended('["/a"', '/b'), undefined);
    assert.equal(append('[[runners]]\n[runners.docker.volumes]\n', VOLUMES, '/a'), undefined);
    assert.equal(append('[[runners]]\n[[runners.docker]]\n[[runners.docker]]\n', VOLUMES, '/a'), undefined);
  });
});

describe('add-table', () => {
  const add = (text: string, path: string) =>
    changed(text, (document) => ({
      op: 'add-table',
      from: document.model.root.members.has('runners') ? tableVisit(document, 'runners', 0) : rootVisit(document),
      table: schemaOf(path),
      entries: [{ key: 'name', value: { json: 'x' } }],
    }));

  it('adds one more to a list, behind the tables of the last one', () => {
    assert.equal(
      add(
        '[[runners]]\n  [runners.docker]\n    [[runners.docker.services]]\n      name = "a"\n  [runners.cache]\n',
        'runners[].docker.services[]',
      ),
      '[[runners]]\n  [runners.docker]\n    [[runners.docker.services]]\n      name = "a"\n    [[runners.docker.services]]\n      name = "x"\n  [runners.cache]\n',
    );
    assert.equal(
      changed('[[runners]]\n  [runners.docker]\n    image = "a"\n[session_server]\n', (document) => ({
        op: 'add-table',
        from: rootVisit(document),
        table: schemaOf('runners[]'),
        entries: [],
      })),
      '[[runners]]\n  [runners.docker]\n    image = "a"\n[[runners]]\n[session_server]\n',
    );
  });

  it('adds a first one, and the table that is missing', () => {
    assert.equal(
      add('[[runners]]\n  name = "a"\n', 'runners[].docker.services[]'),
      '[[runners]]\n  name = "a"\n  [[runners.docker.services]]\n    name = "x"\n',
    );
    assert.equal(add('[[runners]]\n', 'runners[].ssh'), '[[runners]]\n  [runners.ssh]\n    name = "x"\n');
  });

  it('adds one behind all tables of the last entry, and before those of another list', () => {
    const runner = (text: string) =>
      changed(text, (document) => ({
        op: 'add-table',
        from: rootVisit(document),
        table: schemaOf('runners[]'),
        entries: [],
      }));
    const first = '[[runners]]\n[runners.docker]\n[runners.docker.sysctls]\na = "1"\n';
    const last = '[[runners]]\n[runners.cache]\n[runners.cache.s3]\n';
    assert.equal(runner(`${first}${last}`), `${first}${last}[[runners]]\n`);
    assert.equal(runner(`${first}${last}[machine]\n`), `${first}${last}[[runners]]\n[machine]\n`);
    assert.equal(
      runner(`${last}[machine.shutdown_drain]\nenabled = true\n`),
      `${last}[[runners]]\n[machine.shutdown_drain]\nenabled = true\n`,
    );
    const services = '[[runners]]\n[[runners.docker.services]]\nname = "a"\n';
    for (const next of [
      '[runners.docker.sysctls]\na = "1"\n',
      '[runners.docker]\nimage = "a"\n',
      '[runners.cache.s3]\n',
    ])
      assert.equal(
        add(services + next, 'runners[].docker.services[]'),
        `${services}[[runners.docker.services]]\nname = "x"\n${next}`,
      );
  });

  it('gives each of several a header of its own', () =>
    assert.equal(
      changed('[[runners]]\n  [runners.docker]\n', (document) => [
        ...['a', 'b'].map(
          (name): Change => ({
            op: 'add-table',
            from: tableVisit(document, 'runners', 0),
            table: schemaOf('runners[].docker.services[]'),
            entries: [{ key: 'name', value: { json: name } }],
          }),
        ),
        setIn(document, PRIVILEGED, true),
      ]),
      '[[runners]]\n  [runners.docker]\n    privileged = true\n    [[runners.docker.services]]\n      name = "a"\n    [[runners.docker.services]]\n      name = "b"\n',
    ));

  it('is refused where no header can lead to it', () => {
    assert.equal(add('concurrent = 1\n', 'runners[].ssh'), undefined);
    assert.equal(add('runners = [{ name = "a" }]\n', 'runners[].ssh'), undefined);
    assert.equal(add('[[runners]]\ndocker = { image = "a" }\n', 'runners[].docker.services[]'), undefined);
    assert.equal(add('[[runners]]\ndocker.image = "a"\n', 'runners[].docker.services[]'), undefined);
    assert.equal(add('[[runners]]\n[[runners.docker.services]\n', 'runners[].docker.services[]'), undefined);
    assert.equal(add('[[runners]\n', 'runners[].ssh'), undefined);
    const plugin = '[[runners]]\n[[runners.docker]]\n[[runners.docker]]\n';
    assert.equal(add(plugin, 'runners[].docker.services[]'), undefined);
  });

  it('is refused where the table is there, or is a value', () => {
    assert.equal(add('[[runners]]\n[runners.ssh]\n', 'runners[].ssh'), undefined);
    assert.equal(add('[[runners]]\nssh = {}\n', 'runners[].ssh'), undefined);
    assert.equal(add('[[runners]]\n[runners.docker]\nservices = []\n', 'runners[].docker.services[]'), undefined);
  });
});

describe('remove', () => {
  const remove = (text: string, ...names: readonly string[]) =>
    changed(text, (document) => {
      const visit = tableVisit(document, 'runners', 0);
      return names.map((name): Change => {
        const part = keyVisit(visit, name).member.pair;
        assert.ok(part);
        return { op: 'remove', part, of: visit.table.inline };
      });
    });

  it('takes the line, or the pair and a comma', () => {
    assert.equal(remove('[[runners]]\n  limit = 2 # few\n  name = "a"\n', 'limit'), '[[runners]]\n  name = "a"\n');
    assert.equal(remove('[[runners]]\nname = "a"\nlimit = 2', 'limit'), '[[runners]]\nname = "a"');
    assert.equal(remove('runners = [{ name = "a", limit = 2 }]', 'limit'), 'runners = [{ name = "a" }]');
  });

  it('of lines that follow each other', () => {
    assert.equal(
      remove('[[runners]]\nlimit = 2\nname = "a"\nurl = "b"\n', 'name', 'limit'),
      '[[runners]]\nurl = "b"\n',
    );
    assert.equal(remove('runners = [{ name = "a", limit = 2 }]', 'name', 'limit'), undefined);
  });

  it('and another value of the same key instead', () =>
    assert.equal(
      changed('[[runners]]\nlimit = 2\nname = "a"\n', (document) => {
        const part = keyVisit(tableVisit(document, 'runners', 0), 'limit').member.pair;
        assert.ok(part);
        return [{ op: 'remove', part }, setIn(document, LIMIT, 3)];
      }),
      '[[runners]]\nname = "a"\nlimit = 3\n',
    ));
});

describe('rename', () => {
  const rename = (text: string, names: readonly string[], to: string) =>
    changed(text, (document) => {
      const visit = tableVisit(document, 'runners', 0);
      return { op: 'rename', in: visit, members: names.map((name) => keyVisit(visit, name).member), to };
    });

  it('wherever the name stands', () => {
    assert.equal(rename('[[runners]]\nlimt = 2\n', ['limt'], 'limit'), '[[runners]]\nlimit = 2\n');
    assert.equal(
      rename('[[runners]]\n[runners.dockr]\n[[runners.dockr.services]]\n', ['dockr'], 'docker'),
      '[[runners]]\n[runners.docker]\n[[runners.docker.services]]\n',
    );
  });

  it('is refused where another key has the name, or the file would define something twice', () => {
    assert.equal(rename('[[runners]]\nlimt = 2\nLimit = 3\n', ['limt'], 'limit'), undefined);
    assert.equal(rename('[[runners]]\nLimit = 2\nlimit = 3\n', ['Limit'], 'limit'), undefined);
    assert.equal(rename('[[runners]]\n[runners.Docker]\n[runners.docker]\n', ['Docker'], 'docker'), undefined);
  });

  it('makes one list of two spellings', () =>
    assert.equal(
      rename('[[runners]]\n[[runners.Docker]]\n[[runners.docker]]\n', ['Docker', 'docker'], 'docker'),
      '[[runners]]\n[[runners.docker]]\n[[runners.docker]]\n',
    ));
});

describe('move', () => {
  const move = (text: string, ...names: readonly string[]) =>
    changed(text, (document) =>
      names.map((name): Change => {
        const at = keyVisit(tableVisit(document, 'runners', 0), name);
        return { op: 'move', at, to: schemaOf(`runners[].docker.${name}`) };
      }),
    );

  it('of several keys to one new table writes its header once', () =>
    assert.equal(
      move('[[runners]]\n  # the image\n  image = "a"\n  privileged = true # why\n', 'image', 'privileged'),
      '[[runners]]\n  [runners.docker]\n    # the image\n    image = "a"\n    privileged = true # why\n',
    ));

  it('is refused where the key is there', () =>
    assert.equal(move('[[runners]]\n  image = "a"\n  [runners.docker]\n  Image = "b"\n', 'image'), undefined));
});

describe('tables', () => {
  const dockr = (op: 'rename-table' | 'merge-table', text: string) =>
    changed(text, (document) => ({
      op,
      at: keyVisit(tableVisit(document, 'runners', 0), 'dockr'),
      to: schemaOf('runners[].docker'),
    }));

  it('get another name, or give their keys to the one that has it', () => {
    const one = '[[runners]]\n[runners.dockr]\n  image = "a"\n';
    const two = '[[runners]]\n[runners.docker]\n  host = "b"\n[runners.dockr]\n  image = "a"\n';
    assert.equal(dockr('rename-table', one), '[[runners]]\n[runners.docker]\n  image = "a"\n');
    assert.equal(dockr('merge-table', one), undefined);
    assert.equal(dockr('rename-table', two), undefined);
    assert.equal(dockr('merge-table', two), '[[runners]]\n[runners.docker]\n  host = "b"\n  image = "a"\n');
  });

  it('keep their keys where not all may go', () => {
    const first = '[[runners]]\n[runners.docker]\n  host = "b"\n';
    const merged = (lines: string) => dockr('merge-table', `${first}[runners.dockr]\n${lines}`);
    assert.equal(merged('  host = "c"\n  image = "a"\n'), undefined);
    assert.equal(merged('  image = "a"\n  Host = "c"\n'), undefined);
    assert.equal(merged('  sysctls.a = "1"\n'), undefined);
    assert.equal(merged('  image = "a"\n  sysctls.a = "1"\n'), undefined);
    assert.equal(merged('  # lost\n\n  image = "a"\n'), undefined);
    assert.equal(merged('  image = "a"\n  # lost\n\n  user = "b"\n'), undefined);
    assert.equal(merged(''), undefined);
    assert.equal(merged('  image = "a"\n[runners.dockr.sysctls]\na = "1"\n'), undefined);
    assert.equal(merged('  # why\n  image = "a" # what\n# last\n'), `${first}  # why\n  image = "a" # what\n# last\n`);
    const before = first.replace('host', '# one\n  host');
    assert.equal(dockr('merge-table', `${before}[runners.dockr]\n  image = "a"\n`), `${before}  image = "a"\n`);
  });

  it('get another name in braces and in dotted keys where they stand, and no other place', () => {
    assert.equal(
      dockr('rename-table', '[[runners]]\ndockr = { image = "a" }\n'),
      '[[runners]]\ndocker = { image = "a" }\n',
    );
    const elsewhere = (text: string, name: string, path: string) =>
      changed(text, (document) => ({
        op: 'rename-table',
        at: keyVisit(tableVisit(document, 'runners', 0), name),
        to: schemaOf(path),
      }));
    assert.equal(
      elsewhere('[[runners]]\nservice = { name = "a" }\n', 'service', 'runners[].docker.services[]'),
      undefined,
    );
    assert.equal(elsewhere('[[runners]]\ns3 = { BucketName = "a" }\n', 's3', 'runners[].cache.s3'), undefined);
    assert.equal(
      elsewhere('[[runners]]\n[runners.s3]\nBucketName = "a"\n[runners.s3.x]\n', 's3', 'runners[].cache.s3'),
      '[[runners]]\n[runners.cache.s3]\nBucketName = "a"\n[runners.cache.s3.x]\n',
    );
    assert.equal(
      elsewhere('[[runners]]\n[runners.service]\nname = "a"\n', 'service', 'runners[].docker.services[]'),
      '[[runners]]\n[[runners.docker.services]]\nname = "a"\n',
    );
  });

  it('with the runner that they need', () =>
    assert.equal(
      changed('# for Docker\n[docker]\n  image = "a"\n', (document) => ({
        op: 'rename-table',
        at: keyVisit(rootVisit(document), 'docker'),
        to: schemaOf('runners[].docker'),
      })),
      '[[runners]]\n# for Docker\n[runners.docker]\n  image = "a"\n',
    ));

  it('get two brackets, or one', () => {
    const brackets = (text: string, array: boolean) =>
      changed(text, ({ syntax }) => {
        const header = syntax.sections[1]?.header;
        const value = syntax.sections[0]?.pairs[0]?.value;
        const of = header ?? (value?.type === 'inline-table' ? value : undefined);
        assert.ok(of);
        return { op: 'brackets', of, array };
      });
    assert.equal(brackets('[ runners ] # one\n', true), '[[ runners ]] # one\n');
    assert.equal(brackets('[[ runners ]]\n', false), '[ runners ]\n');
    assert.equal(brackets('[runners]\n', false), undefined);
    assert.equal(brackets('runners = { name = "a" }\n', true), 'runners = [{ name = "a" }]\n');
    assert.equal(brackets('runners = { name = "a" }\n', false), undefined);
  });

  it('get the header that they belong to', () =>
    assert.equal(
      changed('# one\n  [runners.docker]\n', ({ syntax }) => {
        const before = syntax.sections[1]?.header;
        assert.ok(before);
        return { op: 'insert-header', before, path: ['runners'] };
      }),
      '[[runners]]\n# one\n  [runners.docker]\n',
    ));
});

describe('edits that border on each other', () => {
  const joined = (text: string, ...edits: readonly (readonly [number, number, string])[]) =>
    joinedEdits(
      documentOf(text),
      edits.map(([start, end, newText]) => ({ start, end, newText })),
    )?.map(({ start, end, newText }) => [start, end, newText]);

  it('are one where one inserts and the other removes', () => {
    assert.deepEqual(joined('abcdefgh', [0, 4, ''], [4, 4, 'x']), [[0, 4, 'x']]);
    assert.deepEqual(joined('abcdefgh', [4, 4, 'x'], [4, 8, '']), [[4, 8, 'x']]);
    assert.deepEqual(joined('abcdefgh', [4, 6, ''], [0, 2, 'a'], [6, 6, 'x']), [
      [0, 2, 'a'],
      [4, 6, 'x'],
    ]);
  });

  it('are two where both remove, both write, or something is between them', () => {
    for (const edits of [
      [
        [0, 4, ''],
        [4, 8, ''],
      ],
      [
        [4, 4, 'x'],
        [4, 8, 'y'],
      ],
      [
        [0, 4, ''],
        [4, 8, 'y'],
      ],
      [
        [0, 4, 'y'],
        [4, 4, 'x'],
      ],
      [
        [0, 4, ''],
        [5, 5, 'x'],
      ],
    ] as const)
      assert.deepEqual(joined('abcdefgh', ...edits), edits);
  });

  it('begin with no break where they take the place of the whole text', () => {
    assert.deepEqual(joined('abcd', [0, 4, ''], [4, 4, '\nx\ny']), [[0, 4, 'x\ny']]);
    assert.deepEqual(joined('abcd', [0, 4, ''], [4, 4, '\r\nx']), [[0, 4, 'x']]);
    assert.deepEqual(joined('\uFEFFabcd', [1, 5, ''], [5, 5, '\nx']), [[1, 5, 'x']]);
    assert.deepEqual(joined('abcd', [0, 3, ''], [3, 3, '\nx']), [[0, 3, '\nx']]);
    assert.deepEqual(joined('abcd', [1, 4, ''], [4, 4, '\nx']), [[1, 4, '\nx']]);
    assert.deepEqual(joined('abcd', [0, 4, '\nx']), [[0, 4, '\nx']]);
  });
});

describe('changes that are made together', () => {
  const replace = (start: number, end: number, text: string): Change => ({ op: 'replace', span: { start, end }, text });

  it('may touch, but not overlap', () => {
    const text = 'concurrent = 1\n';
    assert.equal(
      changed(text, () => [replace(13, 14, '2'), replace(0, 10, 'limit')]),
      'limit = 2\n',
    );
    assert.equal(
      changed(text, () => [replace(0, 3, 'x'), replace(3, 10, 'y')]),
      'xy = 1\n',
    );
    assert.equal(
      changed(text, () => [replace(0, 4, 'x'), replace(3, 10, 'y')]),
      undefined,
    );
    assert.equal(
      changed(text, () => [replace(0, 0, 'x'), replace(0, 0, 'y')]),
      undefined,
    );
  });

  it('are of this text', () => {
    const change = setIn(documentOf('[[runners]]\n'), LIMIT, 2);
    assert.equal(editsOf(documentOf('[[runners]]\n\n'), [change]), undefined);
    assert.equal(editsOf(documentOf('[[runners]]\n'), [change])?.length, 1);
  });
});
