/** Fences of Markdown: which are configurations, where each character stands, and what is said of them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkDocument } from '../../../../server/check/check';
import { markdownRegions } from '../../../../server/containers/markdown/fences';
import type { Region } from '../../../../server/containers/region';
import { readFile } from '../../../../server/meaning/host-file';
import { counted } from '../../../counted';
import { least, SHARED } from '../../../shared';
import { SLACK } from '../../../slack';
import { context } from '../../findings';

const fences = `${SHARED}/corpus/fences`;

const texts = (markdown: string) => markdownRegions(markdown).map(({ text }) => text);

describe('fences that are configurations', () => {
  const runner = '[[runners]]\n  limit = 1\n';
  const found: Record<string, string> = {
    'of backticks': '# Title\n\n```toml\n[[runners]]\n  limit = 1\n```\n',
    'of tildes, and longer ones': '~~~~toml\n[[runners]]\n  limit = 1\n~~~~~\n',
    'in capitals, with more behind it': '``` TOML title="config.toml"\n[[runners]]\n  limit = 1\n```\n',
    'as Pandoc and MkDocs name them': '```{ .toml .annotate }\n[[runners]]\n  limit = 1\n```\n',
    indented: '  ```toml\n  [[runners]]\n    limit = 1\n  ```\n',
    'with lines that are indented less': '   ```toml\n  [[runners]]\n     limit = 1\n   ```\n',
    'in a list': '1. Write:\n\n   ```toml\n   [[runners]]\n     limit = 1\n   ```\n',
    'in a list in a list': '- a\n  1. b\n\n     ```toml\n     [[runners]]\n       limit = 1\n     ```\n',
    'in a list, one deeper': '* Write:\n    ```toml\n    [[runners]]\n      limit = 1\n    ```\n',
    'behind a list marker': '- ```toml\n  [[runners]]\n    limit = 1\n  ```\n',
    'in a list, after a line that continues its text':
      '1. Write\nthis:\n    ```toml\n    [[runners]]\n      limit = 1\n    ```\n',
    'in a quote': '> Write:\n> ```toml\n> [[runners]]\n>   limit = 1\n> ```\n',
    'in a quote in a list': '- > ```toml\n  > [[runners]]\n  >   limit = 1\n  > ```\n',
    'that end with their quote': '> ```toml\n> [[runners]]\n>   limit = 1\nText\n',
    'that end with their list': '- ```toml\n  [[runners]]\n    limit = 1\nText\n',
    'that are not closed yet': '```toml\n[[runners]]\n  limit = 1\n',
    'of CRLF': '```toml\r\n[[runners]]\r\n  limit = 1\r\n```\r\n',
    'below a tab that is half indentation': '1. a\n   ```toml\n   [[runners]]\n\t limit = 1\n   ```\n',
  };
  for (const [name, markdown] of Object.entries(found)) it(name, () => assert.deepEqual(texts(markdown), [runner]));

  const byTheirText: Record<string, string> = {
    'of no language': '```\n[[runners]]\n  limit = 1\n```\n',
    'of text': '```text\n[[runners]]\n  limit = 1\n```\n',
    'marked as YAML, which they are not': '```yaml\n[[runners]]\n  limit = 1\n```\n',
    'of Helm values': '- ```yaml\n  runners:\n    config: |\n      [[runners]]\n        limit = 1\n  ```\n',
    'of Helm values without a language': '```\nrunners:\n  config: |\n    [[runners]]\n      limit = 1\n```\n',
    'that a terminal shows': '```sh\n$ sudo cat /etc/gitlab-runner/config.toml\n[[runners]]\n  limit = 1\n```\n',
    'behind the name of a host, and before the next command':
      '```\n[root@ci ~]# ls *.toml\nconfig.toml\n[root@ci ~]# cat config.toml\n[[runners]]\n  limit = 1\nroot@ci:/etc# vi config.toml\n```\n',
    'of a script that writes one': '> ```sh\n> cat > config.toml <<EOF\n> [[runners]]\n>   limit = 1\n> EOF\n> ```\n',
  };
  for (const [name, markdown] of Object.entries(byTheirText))
    it(`${name}, by their text`, () => {
      const [region, ...others] = markdownRegions(markdown);
      assert.equal(region?.text, runner);
      assert.deepEqual(others, []);
      const { traits, map } = region;
      assert.ok(traits.loudest === 'information' && !traits.writable && traits.elided);
      const at = runner.indexOf('limit');
      assert.equal(markdown.slice(map.toHost(at), map.toHost(at + 5)), 'limit');
    });

  const indented: Record<string, string> = {
    'below a text': 'Write:\n\n    [[runners]]\n      limit = 1\nText\n',
    'with blank lines and less behind it': 'Write:\n\n    [[runners]]\n      limit = 1\n# Title\n',
    'by a tab': 'Write:\n\n\t[[runners]]\n\t  limit = 1\n',
    'behind a heading': '# Title\n    [[runners]]\n      limit = 1\n',
    'in a quote': '> Write:\n>\n>     [[runners]]\n>       limit = 1\n',
    'of values': 'Write:\n\n    runners:\n      config: |\n        [[runners]]\n          limit = 1\n',
  };
  for (const [name, markdown] of Object.entries(indented))
    it(`indented as code, ${name}`, () => {
      const [region, ...others] = markdownRegions(markdown);
      assert.equal(region?.text, runner);
      assert.deepEqual(others, []);
      if (!markdown.includes('config:')) checkMap(markdown, region, true);
      const [edit] = region.map.toHostEdits([{ start: runner.length, end: runner.length, newText: 'name = "a"\n' }]);
      const { start = 0, end = 0, newText = '' } = edit ?? {};
      const after = markdown.slice(0, start) + newText + markdown.slice(end);
      assert.equal(markdownRegions(after)[0]?.text, `${runner}name = "a"\n`);
    });

  it('a piece of one, and one that begins with what is left out', () => {
    assert.equal(texts('```toml\n[runners.docker]\n```\n').length, 1);
    assert.equal(texts('```toml\n(...)\n[[runners]]\n```\n').length, 1);
  });

  it('each of several', () => {
    const markdown = '```toml\n[[runners]]\n```\n\n~~~toml\n[runners.cache]\n~~~\n';
    assert.deepEqual(texts(markdown), ['[[runners]]\n', '[runners.cache]\n']);
    assert.ok(markdownRegions(markdown).every(({ traits }) => !traits.writable && traits.elided && traits.editable));
  });

  it('a line with other marks, or with a word, closes nothing', () => {
    assert.deepEqual(texts('````toml\n[[runners]]\n```\n~~~~\n```` x\n````\n'), ['[[runners]]\n```\n~~~~\n```` x\n']);
  });
});

describe('fences that are none', () => {
  const silent: Record<string, string> = {
    'of another language': '```python\n[[runners]]\n```\n```toml-x\n[[runners]]\n```\n',
    "of no language, where the text is another's": '```\nsudo gitlab-runner register --executor docker\n```\n',
    'of no language, with a table of another': '```\n[[runners]]\nid = 1\ncmd = "x"\npath = "y"\n```\n',
    'of YAML without one': '```yaml\nrunners:\n  tags: [runners]\n```\n',
    'of other TOML': '```toml\n[package]\nname = "runners"\n```\n',
    'in the text of another': '````markdown\n```toml\n[[runners]]\n```\n````\n',
    'a line of text that goes on further to the right': 'Text\n    [[runners]]\n      limit = 1\n',
    'what a terminal shows of another file': '```sh\n$ cat Cargo.toml\n[package]\nname = "runners"\n```\n',
    'what a command prints': '```sh\n$ gitlab-runner list --config config.toml\nrunners Executor=shell\n```\n',
    'indented as code, a fence': 'Text\n\n    ```toml\n    [[runners]]\n    ```\n',
    'code in a line': '```toml `x` [[runners]]\n[[runners]]\n',
    'a script that writes one': '```toml\ncat <<EOF > config.toml\n[[runners]]\nEOF\n```\n',
    nothing: '',
  };
  for (const [name, markdown] of Object.entries(silent)) it(name, () => assert.deepEqual(texts(markdown), []));

  it('a thousand quotes and lists cost little', () => {
    const start = performance.now();
    texts(`${'> '.repeat(20_000)}\n${'- '.repeat(20_000)}\n${'\n'.repeat(20_000)}\`\`\`toml\n`);
    assert.ok(performance.now() - start < 500 * SLACK);
  });
});

/** What must hold for every offset. `tabs`: a tab may stand for several spaces, which have no offsets of their own. */
function checkMap(markdown: string, { text, map, host }: Region, tabs = false) {
  let before = -1;
  for (let offset = 0; offset <= text.length; offset++) {
    const inHost = map.toHost(offset);
    assert.ok(inHost >= before && inHost >= host.start && inHost <= host.end, `order at ${offset}`);
    before = inHost;
    if (tabs && markdown[inHost] === '\t') continue;
    assert.equal(map.toRegion(inHost), offset, `round trip at ${offset}`);
    if (offset === text.length) continue;
    assert.equal(markdown[inHost] === '\r' ? markdown[inHost + 1] : markdown[inHost], text[offset], `at ${offset}`);
  }
  assert.equal(map.toRegion(host.start - 1), undefined);
  assert.equal(map.toRegion(host.end + 1), undefined);
}

const surroundings: Record<string, (toml: string) => string> = {
  plain: (toml) => `# Title\n\n\`\`\`toml\n${toml}\n\`\`\`\n\nText\n`,
  indented: (toml) => `Text\n\n  ~~~toml\n${margin('  ', toml)}\n  ~~~\n`,
  list: (toml) => `1. Text:\n\n   \`\`\`\`toml\n${margin('   ', toml)}\n   \`\`\`\`\n2. Text\n`,
  deep: (toml) => `- a\n\n  - b\n\n    ~~~~toml\n${margin('    ', toml)}\n    ~~~~\n`,
  quote: (toml) => `> Text\n>\n> ~~~~toml\n${margin('> ', toml)}\n> ~~~~\n`,
  open: (toml) => `~~~~~toml\n${toml}\n`,
};

function margin(prefix: string, toml: string): string {
  return toml
    .split('\n')
    .map((line) => (line === '' ? prefix.trimEnd() : prefix + line))
    .join('\n');
}

describe('offsets and edits', () => {
  const toml = '[[runners]]\n[runners.docker]\n\n  name = "🏃ü"\n\tlimit = 1\n   \n# end';
  for (const [name, around] of Object.entries(surroundings)) {
    for (const lineBreak of ['\n', '\r\n']) {
      it(`${name}, ${JSON.stringify(lineBreak)}`, () => {
        const markdown = around(toml.replace('\tlimit', '    limit')).replaceAll('\n', lineBreak);
        const [region] = markdownRegions(markdown) as [Region];
        assert.equal(region.text, `${toml.replace('\tlimit', '    limit')}\n`);
        checkMap(markdown, region);
      });
    }
    it(`${name}: what is written stands in the fence`, () => {
      const markdown = around(toml);
      const [region] = markdownRegions(markdown) as [Region];
      const { text, map } = region;
      for (let start = 0; start <= text.length; start++) {
        for (const inserted of ['x', '\n', 'a = 1\n', 'a = 1\n\nb = 2']) {
          const edit = map.toHostEdits([{ start, end: start, newText: inserted }])[0] ?? assert.fail();
          const after = markdown.slice(0, edit.start) + edit.newText + markdown.slice(edit.end);
          const expected = text.slice(0, start) + inserted + text.slice(start);
          const written = markdownRegions(after)[0]?.text;
          // Behind the last line break a line is added, and it ends as a line does.
          if (start === text.length && !inserted.endsWith('\n')) assert.equal(written, `${expected}\n`);
          else assert.equal(written, expected, `${JSON.stringify(inserted)} at ${start}`);
        }
      }
    });
  }
});

const found = (toml: string) =>
  readFile('file:///a.md', `Text\n\n\`\`\`toml\n${toml}\`\`\`\n`, 'markdown').documents.flatMap((document) =>
    checkDocument(document, context).map(
      ({ code, severity, start, end }) => `${severity} ${code} ${document.text.slice(start, end)}`,
    ),
  );

describe('findings in a fence', () => {
  it('broken syntax and values that may stand for others are not reported', () =>
    assert.deepEqual(found('[[runners]]\n  limit = 1\n  limit = \n  executor = "DOCKER_OR_SHELL"\n  = 3\n'), []));

  it('what does nothing there is a hint', () =>
    assert.deepEqual(found('[[runners]]\n  limt = 1\n  concurrent = 2\n  [runners.dokcer]\n    image = "x"\n'), [
      'hint unknown-key limt',
      'hint misplaced-key concurrent',
      'hint unknown-table dokcer',
    ]));

  it('what stops the runner, or does nothing any more, is a hint', () =>
    assert.deepEqual(found('[[runners]]\n  limit = "a"\n  pre_clone_script = ""\n  [[runners.docker]]\n'), [
      'hint wrong-type "a"',
      'hint removed-key pre_clone_script',
      'hint array-for-single-table docker',
    ]));

  it('hints and information stay what they are', () =>
    assert.deepEqual(found('[[runners]]\n  Name = "x"\n'), ['hint key-case Name']));

  for (const elided of ['...', '(...)', '…', '# ...', '// ...', '[...]', '<...>', '...省略', '... more keys']) {
    it(`a line ${elided} is no mistake, and what follows may be of another table`, () =>
      assert.deepEqual(found(`[[runners]]\n  limt = 1\n  ${elided}\n  image = "x"\n[runners.docker]\n  imge = ""\n`), [
        'hint unknown-key limt',
        'hint unknown-key imge',
      ]));
  }

  it('an elided line in an array leaves the array whole', () => {
    const [document] = readFile(
      'file:///a.md',
      '```toml\n[[runners]]\n  environment = [\n    "A=1",\n    ...\n  ]\n  limit = 1\n```\n',
      'markdown',
    ).documents;
    assert.deepEqual(document?.syntaxProblems, []);
  });

  it('of a piece the beginning is not known', () => {
    assert.deepEqual(found('  limit = 1\n  [runners.docker]\n    image = "x"\n'), []);
    assert.deepEqual(found('limit = 1\n[[runners]]\n'), ['hint misplaced-key limit']);
  });
});

describe('real fences', () => {
  const files = counted(
    readdirSync(fences).filter((name) => name.endsWith('.toml')),
    least(100),
  );
  const read = (name: string) => readFileSync(join(fences, name), 'utf8').replaceAll('\r\n', '\n').trimEnd();

  it('each is found in each surrounding, with exact offsets', () => {
    let regions = 0;
    for (const [index, name] of files.entries()) {
      const toml = read(name);
      const around = Object.values(surroundings);
      const chosen = index % 10 === 0 ? around : [around[index % around.length] as (toml: string) => string];
      for (const surround of chosen) {
        for (const lineBreak of ['\n', '\r\n']) {
          const markdown = surround(toml).replaceAll('\n', lineBreak);
          const [region, ...others] = markdownRegions(markdown);
          assert.ok(region && others.length === 0, name);
          assert.ok(region.text.startsWith(toml.slice(0, 20)) || /\t/.test(toml), name);
          checkMap(markdown, region, /\t/.test(toml));
          regions++;
        }
      }
    }
    assert.ok(regions >= 2 * files.length, `offsets of ${regions} fences`);
  });

  it('says nothing louder than information', () => {
    const counts: Record<string, number> = {};
    for (const name of files) {
      for (const finding of found(`${read(name)}\n`)) {
        const [severity] = finding.split(' ') as [string];
        counts[severity] = (counts[severity] ?? 0) + 1;
      }
    }
    // What is deprecated is a hint everywhere; louder than information is nothing.
    assert.ok(counts.hint);
    assert.deepEqual(
      Object.keys(counts).filter((severity) => severity === 'error' || severity === 'warning'),
      [],
    );
    console.log(`in ${files.length} fences: ${JSON.stringify(counts)}`);
  });
});
