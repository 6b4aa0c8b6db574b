import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse, parseAllDocuments, parseDocument } from 'yaml';
import { hasToken } from '../../client/chart-values';
import { insertConfiguration } from '../../client/values-text';

const toml = '# mine\nlisten_address = ":1"\n\n[[runners]]\n  name = "a" # é\n';

/** The values file after the edit. */
function inserted(values: string, configuration = toml): string {
  const edit = insertConfiguration(values, configuration);
  if (typeof edit === 'string') return edit;
  return values.slice(0, edit.start) + edit.text + values.slice(edit.end);
}

function replaces(values: string): boolean {
  const edit = insertConfiguration(values, toml);
  return typeof edit !== 'string' && edit.replaces;
}

describe('a configuration inserted into values', () => {
  it('makes a new file', () =>
    assert.equal(
      inserted(''),
      'runners:\n  config: |\n    # mine\n    listen_address = ":1"\n\n    [[runners]]\n      name = "a" # é\n',
    ));

  it('goes to the end of a file that says nothing of runners', () => {
    assert.equal(inserted('a: 1\n', '[[runners]]\n'), 'a: 1\nrunners:\n  config: |\n    [[runners]]\n');
    assert.equal(
      inserted('a: 1 # no break', '[[runners]]'),
      'a: 1 # no break\nrunners:\n  config: |\n    [[runners]]\n',
    );
  });

  it('goes below runners, as its entries are indented', () =>
    assert.equal(
      inserted('runners: # ours\n    # secret\n    secret: x\nrbac: {}\n', '[[runners]]\n'),
      'runners: # ours\n    config: |\n      [[runners]]\n    # secret\n    secret: x\nrbac: {}\n',
    ));

  it('fills runners that are empty', () => {
    for (const empty of ['runners: {}', 'runners: null', 'runners: ~', 'runners:']) {
      assert.equal(
        inserted(`${empty}\nb: 1\n`, '[[runners]]\n'),
        'runners:\n  config: |\n    [[runners]]\nb: 1\n',
        empty,
      );
    }
    assert.equal(inserted('runners:', '[[runners]]\n'), 'runners:\n  config: |\n    [[runners]]\n');
  });

  it('goes below the gitlab-runner of an umbrella chart', () => {
    assert.equal(
      inserted('gitlab-runner:\n  install: true\n', '[[runners]]\n'),
      'gitlab-runner:\n  runners:\n    config: |\n      [[runners]]\n  install: true\n',
    );
    assert.equal(
      inserted('gitlab-runner:\n  runners:\n    locked: false\n', '[[runners]]\n'),
      'gitlab-runner:\n  runners:\n    config: |\n      [[runners]]\n    locked: false\n',
    );
  });

  it('takes the place of a file that is an empty map, as a new values.yaml is', () => {
    const entry = 'runners:\n  config: |\n    [[runners]]\n';
    assert.equal(inserted('{}\n', '[[runners]]\n'), entry);
    assert.equal(inserted('# Values.\n\n{}', '[[runners]]\n'), `# Values.\n\n${entry}`);
    assert.equal(inserted('---\n{} # none\n', '[[runners]]\n'), `---\n${entry.replace('runners:', 'runners: # none')}`);
    assert.equal(inserted('--- {}\n', '[[runners]]\n'), `--- \n${entry}`);
  });

  it('leaves a comment behind the key that it stood behind', () => {
    const cases: [values: string, after: string][] = [
      ['runners: {} # c\n', 'runners: # c\n  config: |\n    [[runners]]\n'],
      ['runners: null # c\n', 'runners: # c\n  config: |\n    [[runners]]\n'],
      ['runners: # c\n', 'runners: # c\n  config: |\n    [[runners]]\n'],
      ['runners:\n  {} # c\n', 'runners:\n  config: | # c\n    [[runners]]\n'],
      ['gitlab-runner: {} # c\n', 'gitlab-runner: # c\n  runners:\n    config: |\n      [[runners]]\n'],
      ['runners:\n  config: # c\n', 'runners:\n  config: | # c\n    [[runners]]\n'],
      ['runners:\n  config: "" # c\n', 'runners:\n  config: | # c\n    [[runners]]\n'],
      ['runners:\n  config: null   # c\nb: 1\n', 'runners:\n  config: | # c\n    [[runners]]\nb: 1\n'],
      ['runners:\n  config: |- # c\n    old\nb: 1\n', 'runners:\n  config: | # c\n    [[runners]]\nb: 1\n'],
    ];
    for (const [values, after] of cases) assert.equal(inserted(values, '[[runners]]\n'), after, values);
  });

  it('stands as far in as the other keys of the file', () =>
    assert.equal(
      inserted('  a: 1\n  b: 2\n', '[[runners]]\n'),
      '  a: 1\n  b: 2\n  runners:\n    config: |\n      [[runners]]\n',
    ));

  it('leaves everything else what it is', () => {
    const files = [
      '# Default values for app.\n---\nimage: x\n',
      '%YAML 1.2\n---\na: 1\n',
      '%YAML 1.2\n---\n',
      '---\n# none yet\n',
      'a: 1\n...\n',
      '\ufeffa: 1\n',
      '\ufeff{}\n',
      '  a: 1\n',
      'a:\n  - b\n  - c\n# end\n',
      'a: |+\n  text\n\n',
      'a: &a {b: c}\nd: *a',
      'runners: &r\n    secret: x\n',
      'runners:\n\n  # -- the secret\n  secret: x\n',
      'runners: {\n}\nb: 1\n',
      'runners: {} # none yet\nb: 1\n',
      'gitlab-runner: {} # x\nb: 1\n',
      'gitlab-runner:\n  runners: ~ # x\n  b: 1\n',
      'runners:\n  config: "" # -- set me\n  b: 1\n',
      'runners:\n  config: # c\n  b: 1\n',
      'runners:\n  config:\n    "" # c\n  b: 1\n',
      'runners:\n  config: "a\n    b" # c\n  b: 1\n',
      'runners:\n  config: &c |2- # c\n     old\n\n  # d\n  b: 1\n',
      '"runners" : {}\nb: 1\n',
    ];
    for (const values of files) {
      for (const text of [values, values.replaceAll('\n', '\r\n')]) {
        const after = inserted(text);
        const documents = parseAllDocuments(after);
        assert.deepEqual(
          [...documents].flatMap(({ errors }) => errors),
          [],
          JSON.stringify([text, after]),
        );
        const before = [...parseAllDocuments(text)].map((document) => document.toJS()).find((root) => root) ?? {};
        const root = [...documents].map((document) => document.toJS()).find((each) => each);
        const chart = root['gitlab-runner'] ?? root;
        assert.equal(chart.runners.config, toml, JSON.stringify([text, after]));
        for (const [key, value] of Object.entries(before)) {
          if (key !== 'runners' && key !== 'gitlab-runner') assert.deepEqual(root[key], value, after);
        }
        const { config: _, ...others } = chart.runners;
        const { config: __, ...othersBefore } = (before['gitlab-runner'] ?? before)?.runners ?? {};
        assert.deepEqual(others, othersBefore, after);
        for (const [comment] of text.matchAll(/# [\w -]+/g)) assert.ok(after.includes(comment), after);
      }
    }
  });

  it('takes the place of a config that is empty', () => {
    for (const empty of ['config:', 'config: ""', 'config: {}', 'config: null', 'config: |', 'config: |-\n']) {
      const values = `runners:\n  ${empty}\nb: 1\n`;
      assert.equal(parse(inserted(values)).runners.config, toml, empty);
      assert.equal(parse(inserted(values)).b, 1, empty);
      assert.equal(replaces(values), false, empty);
    }
  });

  it('replaces one that is not, and says so', () => {
    const values = 'runners:\n  config: |-\n    [[runners]]\n      x = 1\n\n  secret: a\nb: 1\n';
    assert.equal(replaces(values), true);
    const after = inserted(values);
    assert.deepEqual(parse(after), { runners: { config: toml, secret: 'a' }, b: 1 });
    assert.equal(replaces('runners:\n  config: "[[runners]]\\n"\n'), true);
  });

  it('keeps every byte of the text, comments and odd indentation too', () => {
    const texts = [
      '    # far in\n[[runners]]\n',
      '\n\n  [[runners]]\n\tname = 1\n',
      '[[runners]]\n   \n# trailing  \n  a = """\n    x\n"""\n',
      '\t[[runners]]\n',
      'a = "{{ .Values.x }}" # : | >\n---\n',
    ];
    for (const text of texts) {
      for (const values of [
        '',
        'runners:\n  secret: a\n',
        'gitlab-runner:\n    runners:\n        config: |\n            old\n',
      ]) {
        const document = parseDocument(inserted(values, text));
        assert.deepEqual(document.errors, [], inserted(values, text));
        const root = document.toJS();
        assert.equal((root['gitlab-runner'] ?? root).runners.config, text, JSON.stringify([values, text]));
      }
    }
  });

  it('ends with one line break, however the text ends', () => {
    for (const end of ['', '\n', '\n\n\n', '\n  \n']) {
      assert.equal(parse(inserted('', `[[runners]]${end}`)).runners.config, '[[runners]]\n');
    }
  });

  it('writes the line breaks of the file', () => {
    assert.equal(
      inserted('a: 1\r\n', '[[runners]]\nx = 1\n'),
      'a: 1\r\nrunners:\r\n  config: |\r\n    [[runners]]\r\n    x = 1\r\n',
    );
    assert.equal(
      inserted('a: 1\n', '[[runners]]\r\nx = 1\r\n'),
      'a: 1\nrunners:\n  config: |\n    [[runners]]\n    x = 1\n',
    );
  });

  it('goes to the document that has the chart’s keys', () =>
    assert.equal(
      inserted('a: 1\n---\nrunners:\n  secret: x\n---\nb: 1\n', '[[runners]]\n'),
      'a: 1\n---\nrunners:\n  config: |\n    [[runners]]\n  secret: x\n---\nb: 1\n',
    ));

  it('is refused where it would break the file', () => {
    assert.equal(inserted('apiVersion: v1\nkind: ConfigMap\ndata: {}\n'), 'not-values');
    assert.equal(inserted('- a\n- b\n'), 'not-a-block');
    for (const values of [
      '{"a": 1}\n',
      '{"runners": {}}\n',
      'runners: {secret: a}\n',
      'runners: {config: ""}\n',
      'gitlab-runner: {runners: {}}\n',
    ]) {
      assert.equal(inserted(values), 'in-braces', values);
    }
    assert.equal(inserted('runners: *r\n'), 'not-a-block');
    assert.equal(inserted('runners: &r {}\n'), 'not-a-block');
    assert.equal(inserted('runners: !!null\n'), 'not-a-block');
    assert.equal(inserted('? runners\n: secret: x\n'), 'not-a-block');
    assert.equal(inserted('--- !!map {}\n'), 'not-a-block');
    assert.equal(inserted('runners: [a]\n'), 'not-a-block');
    assert.equal(inserted('runners:\n  config:\n    a: 1\n'), 'not-a-block');
  });
});

describe('what the chart reads from its own values', () => {
  const config = [
    '# at once',
    'concurrent = 1_0 # jobs',
    'check_interval = 3',
    "log_level = 'warn'",
    'log_format = "json"',
    '',
    '[[runners]]',
    '  name = "a"',
    '  # ours',
    '  url = "https://gitlab.example.com" # internal',
    '  token = "glrt-abc" # of the group',
    '  [runners.kubernetes]',
    '    image = "a" # b',
    '',
  ].join('\n');
  const insert = (values: string, configuration = config, token?: 'secret' | 'value') => {
    const edit = insertConfiguration(values, configuration, token);
    assert.ok(typeof edit !== 'string', values);
    return { text: values.slice(0, edit.start) + edit.text + values.slice(edit.end), kept: edit.kept };
  };
  const lifted =
    '# at once\nconcurrent: 10 # jobs\ncheckInterval: 3\nlogLevel: "warn"\nlogFormat: "json"\n' +
    '# ours\ngitlabUrl: "https://gitlab.example.com" # internal\n';
  const rest = (token = '      # of the group\n') =>
    `runners:\n  config: |\n    [[runners]]\n      name = "a"\n${token}` +
    '      [runners.kubernetes]\n        image = "a" # b\n';

  it('goes beside runners with its comments, and the token goes nowhere', () => {
    assert.deepEqual(insert(''), { text: lifted + rest(), kept: [] });
    assert.equal(insert('a: 1\n').text, `a: 1\n${lifted}${rest()}`);
    assert.equal(insert('{}\n').text, lifted + rest());
  });

  it('has the token as a value when that is asked for', () =>
    assert.equal(insert('', config, 'value').text, `${lifted}runnerToken: "glrt-abc" # of the group\n${rest('')}`));

  it('stands above the comments of runners that the file has, and in the umbrella chart’s block', () => {
    assert.equal(insert('a: 1\n\n# Runners.\nrunners: {}\n').text, `a: 1\n\n${lifted}# Runners.\n${rest()}`);
    const short = 'concurrent = 2\n[[runners]]\n';
    assert.equal(
      insert('gitlab-runner:\n  runners:\n    locked: false\n', short).text,
      'gitlab-runner:\n  concurrent: 2\n  runners:\n    config: |\n      [[runners]]\n    locked: false\n',
    );
    assert.equal(
      insert('gitlab-runner:\n', short).text,
      'gitlab-runner:\n  concurrent: 2\n  runners:\n    config: |\n      [[runners]]\n',
    );
    assert.equal(
      insert('a: 1\r\nrunners:\r\n  config: ""\r\nb: 1\r\n', short).text,
      'a: 1\r\nconcurrent: 2\r\nrunners:\r\n  config: |\r\n    [[runners]]\r\nb: 1\r\n',
    );
    assert.equal(
      insert('\ufeff# r\nrunners:\n', short).text,
      '\ufeffconcurrent: 2\n# r\nrunners:\n  config: |\n    [[runners]]\n',
    );
  });

  it('is left as the file has it, which is told when it differs', () => {
    const { text, kept } = insert('concurrent: 4\ncheckInterval: 3\ngitlabUrl: "https://other"\n');
    assert.deepEqual(kept, ['concurrent', 'gitlabUrl']);
    const read = parse(text);
    assert.deepEqual([read.concurrent, read.gitlabUrl, read.logLevel], [4, 'https://other', 'warn']);
    assert.equal(
      read.runners.config,
      '# at once\n# jobs\n\n[[runners]]\n  name = "a"\n  # ours\n  # internal\n  # of the group\n' +
        '  [runners.kubernetes]\n    image = "a" # b\n',
    );
    const withToken = insert('runnerToken: x\n', config, 'value');
    assert.deepEqual([withToken.kept, withToken.text.includes('glrt-abc')], [['runnerToken'], false]);
  });

  it('stays in the configuration where it is no one value, or not a plain one', () => {
    for (const same of [
      '[[runners]]\n  url = "a"\n[[runners]]\n  url = "b"\n',
      'concurrent = 0x10\nlog_level = """info"""\nlog_format = "\\U0001F600"\n[[runners]]\n',
      'log_level = "{{ .Values.level }}"\n[[runners]]\n  token = "{{ .Values.token }}"\n',
      '[[runners]]\n  pre_build_script = """\n  url = "a"\n  # b"""\n',
      '[[runners]]\n  environment = [\n  "a", # ]\n  # "b"\n]\n  [runners.docker]\n  url = "a"\n  token = "b"\n',
      "[[runners]]\n  a = '''\n[[runners]]\nurl = 'a' # '''''\n",
    ]) {
      assert.equal(parse(insert('', same, 'value').text).runners.config, same);
    }
  });

  it('takes the tokens of all runners away, and no line of a string', () => {
    assert.equal(hasToken('[[runners]]\ntoken = "a"\n'), true);
    assert.equal(hasToken('[runners.docker]\ntoken = "a"\n[[runners]]\n# token = "a"\ntoken = ""\n'), false);
    const two = '[[runners]]\ntoken = "a"\n[[runners]]\n"token"=\'b\'\n';
    assert.equal(parse(insert('', two).text).runners.config, '[[runners]]\n[[runners]]\n');
    const string = '[[runners]]\n  a = """\n  # b"""\n';
    assert.deepEqual(parse(insert('', `${string}  url = "c"\n`).text), { gitlabUrl: 'c', runners: { config: string } });
  });
});
