import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MarkupContent } from 'vscode-languageserver-types';
import { orderedValues } from '../../../server/features/completion/ordering';
import { hover } from '../../../server/features/hover';
import { keyDocumentation } from '../../../server/features/key-documentation';
import { createContext } from '../../../server/meaning/context';
import { anyOf, type Message, message } from '../../../server/text/message';
import { context, documentOf } from '../findings';

import { said } from '../said';
import { contextFor } from './target';

/** The hover at the `|` of a text. */
function hoverAt(marked: string): string | undefined {
  const document = documentOf(marked.replace('|', ''));
  const found = hover(document, marked.indexOf('|'), contextFor(document));
  return (found?.contents as MarkupContent | undefined)?.value;
}

test('a key, whatever its case', () => {
  assert.match(hoverAt('con|current = 1\n') ?? '', /^\*\*`concurrent`\*\* — integer/);
  assert.match(hoverAt('[[runners]]\n[runners.docker]\nIM|AGE = "x"\n') ?? '', /^\*\*`image`\*\* — string/);
});

test('each part of a header', () => {
  assert.match(hoverAt('[[runners]]\n[run|ners.docker]\n') ?? '', /^\*\*`\[\[runners\]\]`\*\* — list of tables/);
  assert.match(hoverAt('[[runners]]\n[runners.doc|ker]\n') ?? '', /^\*\*`\[runners\.docker\]`\*\* — table/);
});

test('a removed key names its replacement, an unknown one nothing', () => {
  const keys = anyOf(['runners.pre_get_sources_script']);
  assert.equal(
    hoverAt('[[runners]]\npre_clone|_script = ""\n'),
    said(message('hover.removed-key', { key: 'pre_clone_script', version: '17.0', count: 1, keys })),
  );
  assert.equal(hoverAt('fo|o = 1\n'), undefined);
});

test('a duration, a size and a feature flag in words', () => {
  assert.match(
    hoverAt('[[runners]]\n[runners.docker]\nmemory = "12|8m"\n') ?? '',
    /^128 MiB \(134,217,728 bytes\)\n\n\*\*`memory`\*\* — string/,
  );
  assert.match(
    hoverAt('[[runners]]\nunhealthy_interval = "9|0s"\n') ?? '',
    /^1 minute 30 seconds\n\n\*\*`unhealthy_interval`\*\*/,
  );
  assert.match(
    hoverAt('[[runners]]\nenvironment = ["FF_USE|_FASTZIP=true"]\n') ?? '',
    /FF_USE_FASTZIP.* — feature flag/,
  );
});

test('a value says what it is the value of', () => {
  assert.match(hoverAt('concurrent = |4\n') ?? '', /^\*\*`concurrent`\*\* — integer/);
  assert.match(hoverAt('[[runners]]\n[runners.docker]\nimage = "alp|ine"\n') ?? '', /^\*\*`image`\*\* — string/);
  assert.match(
    hoverAt('[[runners]]\n[runners.docker]\nvolumes = [\n  "/cac|he",\n]\n') ?? '',
    /^\*\*`volumes`\*\* — array of strings/,
  );
  assert.equal(hoverAt('foo = "b|ar"\n'), undefined);
  const script = '[[runners]]\npre_build_script = """\nec|ho hello\n"""\n';
  assert.equal(hoverAt(script), undefined, 'over the lines of a script it would only be in the way');
});

test('an entry of a map, and its value, say what the map is for', () => {
  const selector = /^An entry of `node_selector`\.\n\n\*\*`(?:\[runners\.kubernetes\.)?node_selector\]?`\*\*/;
  const header = '[[runners]]\n[runners.kubernetes.node_selector]\n';
  assert.match(hoverAt(`${header}dis|k = "ssd"\n`) ?? '', selector);
  assert.match(hoverAt(`${header}disk = "s|sd"\n`) ?? '', selector);
  assert.match(hoverAt('[[runners]]\n[runners.kubernetes]\nnode_selector = { "a.b/c|" = "d" }\n') ?? '', selector);
});

/** A version as a document for the target is told of it. */
const later = (version: string, target: string) => ({ version, target, when: 'later' }) as const;
const reached = (version: string, target: string) => ({ version, target, when: 'other' }) as const;

test('a key is told from the runner that the file is for', () => {
  const tells = (version: string, text: string, told: Message) => {
    const found = hoverAt(`# gitlab-runner: version=${version}\n${text}`) ?? '';
    assert.match(found.replaceAll('\n- ', '\n'), new RegExp(`^${literal(said(told))}$`, 'm'));
  };
  tells('16.6', 'connection_|max_age = "1m"\n', message('hover.since', later('16.9', '16.6')));
  tells('16.9', 'connection_|max_age = "1m"\n', message('hover.since', reached('16.9', '16.9')));
  // A key in a table that is new as a whole.
  const nfs = '[[runners]]\n[[runners.kubernetes.volumes.nfs]]\nser|ver = "x"\n';
  tells('16.6', nfs, message('hover.key', { name: 'server', kind: message('word.kind.string') }));
  tells('16.6', nfs, message('hover.since', later('19.0', '16.6')));

  const script = '[[runners]]\npre_clone|_script = ""\n';
  const instead = { count: 1, keys: anyOf(['runners.pre_get_sources_script']) };
  tells('15.8', script, message('hover.removed', { ...later('17.0', '15.8'), ...instead }));
  tells('17.0', script, message('hover.removed-key', { key: 'pre_clone_script', version: '17.0', ...instead }));

  const image = '[[runners]]\nstep_runner|_image = ""\n';
  tells('18.5', image, message('hover.no-effect', later('18.6', '18.5')));
  tells('18.6', image, message('hover.no-effect', reached('18.6', '18.6')));
  const policy = '[[runners]]\n[runners.docker]\npull|_policy = "always"\n';
  tells('12.0', policy, message('hover.key', { name: 'pull_policy', kind: message('word.kind.string') }));
  tells('12.0', policy, message('hover.another-kind', { version: '13.8', target: '12.0' }));
});

test('so is a feature flag', () => {
  const tells = (version: string, name: string, ...told: Message[]) => {
    const text = `# gitlab-runner: version=${version}\n[[runners]]\n[runners.feature_flags]\n|${name} = true\n`;
    const lines = told.map((line) => `- ${said(line)}`).join('\n');
    assert.match(hoverAt(text) ?? '', new RegExp(`^${literal(lines)}$`, 'm'));
  };
  const off = message('code', { text: 'false' });
  const on = message('code', { text: 'true' });
  tells('16.6', 'FF_TIMESTAMPS', message('hover.since', later('16.11', '16.6')));
  tells('18.6', 'FF_TIMESTAMPS', message('hover.default', { value: off }));
  tells('18.7', 'FF_TIMESTAMPS', message('hover.default.since', { value: on, version: '18.7' }));
  tells('18.0', 'FF_USE_NATIVE_STEPS', message('hover.flag.removed', later('18.6', '18.0')));
  tells('18.6', 'FF_USE_NATIVE_STEPS', message('hover.flag.removed', reached('18.6', '18.6')));
  tells(
    '19.3',
    'FF_USE_FASTZIP',
    message('hover.flag.deprecated', later('19.4', '19.3')),
    message('hover.flag.to-be-removed', { version: '19.7' }),
  );
  tells('19.3', 'FF_USE_JOB_ROUTER', message('hover.flag.only-table'));
});

/** A text as a regular expression that matches it alone. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

test('a name that is none where it stands shows the key that it would be', () => {
  const about = (text: string, head: Message, key: string) => {
    const found = hoverAt(text) ?? assert.fail(text);
    assert.ok(found.startsWith(`${said(head)}\n\n**\`${key}\`** — `), found);
  };
  const docker = '[[runners]]\nexecutor = "docker"\n[runners.docker]\n';
  const there = { table: '[runners.docker]', home: '[runners.docker]' };
  about(`${docker}imag|ee = "x"\n`, meant('misspelled', { key: 'imagee', ...there }), 'image');
  about(`${docker}lim|it = 4\n`, meant('other', { key: 'limit', ...there, home: '[[runners]]' }), 'limit');
  about(`${docker}concur|rent = 4\n`, meant('other', { key: 'concurrent', ...there, home: 'top' }), 'concurrent');
  about(
    '[[runners]]\n[runners.dok|cer]\nimage = "x"\n',
    meant('misspelled', { key: 'dokcer', table: '[[runners]]', home: '[[runners]]' }),
    '[runners.docker]',
  );
  // An entry of a map that was meant as a key of the table above it.
  const entry = '[[runners]]\n[runners.docker]\n[runners.docker.sysctls]\npri|vileged = true\n';
  about(
    entry,
    meant('other', { key: 'privileged', table: '[runners.docker.sysctls]', home: '[runners.docker]' }),
    'privileged',
  );
  assert.equal(hoverAt(`${docker}qqqqqq|q = 1\n`), undefined);
});

function meant(how: 'misspelled' | 'other', args: { key: string; table: string; home: string }): Message {
  return message('hover.meant', { how, ...args });
}

test('what belongs elsewhere names each place, and what is set in GitLab says so', () => {
  const several = hoverAt('[[runners]]\npull|_policy = "always"\n') ?? '';
  const places = ['[runners.docker]', '[runners.kubernetes]'].map(
    (table) => `\n- \`pull_policy\` in \`${table}\`: When `,
  );
  assert.match(several, /^`\[\[runners\]\]` has no `pull_policy`\. These tables have one:\n/);
  for (const place of places) assert.ok(several.includes(place), several);
  const tags = hoverAt('[[runners]]\ntag|_list = "x"\n') ?? '';
  assert.match(tags, /^`\[\[runners\]\]` has no `tag_list`\.\n\n./);
});

test('each value of an enumeration has a line, wherever the key stands', () => {
  const { schema } = context;
  const keys = schema.keys.filter(({ enumeration }) => enumeration);
  assert.ok(keys.length >= 39);
  for (const key of keys) {
    const found = keyDocumentation(key, context);
    for (const value of orderedValues(schema.enumeration(key.enumeration ?? '') ?? assert.fail(key.path))) {
      assert.ok(found.includes(`\n- \`${value}\`: `), `${value} of ${key.path}\n${found}`);
    }
  }
  assert.match(hoverAt('[[runners]]\nexec|utor = "shell"\n') ?? '', /\n- `docker`: Runs each job in containers/);
});

test('example and link come before the option and the variable of the registration', () => {
  const found = hoverAt('[[runners]]\n[runners.docker]\nim|age = "x"\n') ?? '';
  const places = ['```toml', '[Documentation]', 'Registration option', 'Environment variable'].map((part) =>
    found.indexOf(part),
  );
  assert.ok(!places.includes(-1), found);
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
});

test('the fence of an example has the language that the client colours', () => {
  const document = documentOf('[[runners]]\nlimit = 1\n');
  const coloured = createContext({ exampleLanguage: 'gitlab-runner-config' });
  const found = hover(document, 13, coloured) ?? assert.fail();
  const { value } = found.contents as MarkupContent;
  assert.match(value, /```gitlab-runner-config\n\[\[runners\]\]\n {2}limit/);
});
