import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindOf } from '../../client/document-kind';
import { type Choice, type Mode, treat } from '../../client/treatment';
import { TEMPLATE_PATTERN } from '../../server/containers/toml-file/names';
import { yaml } from '../../server/containers/yaml/kind';
import { counted } from '../counted';

interface Opened {
  path?: string;
  languageId: string;
  text?: string;
  choice?: Choice;
  mode?: Mode;
  isTurnedOn?: boolean;
  isOwned?: boolean;
}

function handling({ path = '/project/a.toml', languageId, text = '', choice, mode, ...settings }: Opened): string {
  const isOwned = languageId !== 'plaintext';
  return treat({ path, languageId, text, isOwned, ...settings }, choice, mode ?? 'automatic').handling;
}

const runner = '[[runners]]\n';

describe('treatment of a document', () => {
  it('serves one of our language', () => assert.equal(handling({ languageId: 'gitlab-runner-config' }), 'serve'));

  it('says of one that has our language what is in it', () => {
    const reason = (text: string) =>
      treat(
        { languageId: 'gitlab-runner-config', path: '/project/a.toml', text, isOwned: true },
        undefined,
        'automatic',
      ).recognition.reason;
    assert.deepEqual(reason(runner), { id: 'table', header: '[[runners]]' });
    assert.deepEqual(reason(''), { id: 'language' });
  });

  it('switches plain text that is a runner configuration', () =>
    assert.equal(handling({ languageId: 'plaintext', text: runner }), 'switch'));

  it('serves TOML of another extension beside that extension', () =>
    assert.equal(handling({ languageId: 'toml', text: runner }), 'serve'));

  it('switches TOML that no other extension serves', () => {
    assert.equal(handling({ languageId: 'toml', isOwned: false, text: runner }), 'switch');
    assert.equal(handling({ languageId: 'toml', isOwned: false, choice: 'ours' }), 'switch');
    assert.equal(handling({ languageId: 'toml', isOwned: false, text: runner, mode: 'ask' }), 'ask');
    assert.equal(handling({ languageId: 'toml', isOwned: false, text: '[package]\n' }), 'leave');
  });

  it('leaves other TOML alone, in every mode', () => {
    for (const mode of ['automatic', 'ask', 'never'] as const) {
      for (const languageId of ['toml', 'plaintext']) {
        assert.equal(handling({ languageId, text: '[package]\nname = "a"\n', mode }), 'leave');
      }
    }
  });

  it('asks, when told to ask, about what the text says', () => {
    assert.equal(handling({ languageId: 'plaintext', text: runner, mode: 'ask' }), 'ask');
    assert.equal(handling({ languageId: 'toml', text: runner, mode: 'ask' }), 'ask');
  });

  it('does not ask about a well-known path', () =>
    assert.equal(handling({ languageId: 'toml', path: '/etc/gitlab-runner/config.toml', mode: 'ask' }), 'serve'));

  it('recognises nothing when told never', () => {
    assert.equal(handling({ languageId: 'plaintext', text: runner, mode: 'never' }), 'leave');
    assert.equal(handling({ languageId: 'gitlab-runner-config', text: runner, mode: 'never' }), 'serve');
  });

  it('obeys a choice before all else', () => {
    assert.equal(handling({ languageId: 'toml', text: runner, choice: 'not-ours' }), 'leave');
    assert.equal(handling({ languageId: 'gitlab-runner-config', choice: 'not-ours' }), 'switch-away');
    assert.equal(handling({ languageId: 'toml', choice: 'ours', mode: 'never' }), 'serve');
    assert.equal(handling({ languageId: 'plaintext', choice: 'ours', mode: 'never' }), 'switch');
    assert.equal(handling({ languageId: 'jinja', choice: 'ours' }), 'switch');
  });
});

describe('treatment of Markdown', () => {
  const markdown = { languageId: 'markdown', path: '/project/README.md', text: '```toml\n[[runners]]\n```\n' };

  it('is left alone while its setting is off, whatever was chosen', () => {
    assert.equal(handling(markdown), 'leave');
    assert.equal(handling({ ...markdown, choice: 'ours' }), 'leave');
  });

  it('is served when the setting is on and the text can hold a configuration, in every mode', () => {
    for (const mode of ['automatic', 'ask', 'never'] as const) {
      assert.equal(handling({ ...markdown, isTurnedOn: true, mode }), 'serve');
      assert.equal(handling({ ...markdown, text: '# Title\n', isTurnedOn: true, mode }), 'leave');
    }
    assert.equal(handling({ ...markdown, isTurnedOn: true, choice: 'not-ours' }), 'leave');
  });

  it('its text is not looked at while the setting is off', () => {
    const document = { languageId: 'markdown', path: '/README.md', text: '', isOwned: true, isTurnedOn: false };
    Object.defineProperty(document, 'text', { get: () => assert.fail('nobody may read this') });
    assert.equal(treat(document, undefined, 'automatic').handling, 'leave');
  });
});

const values = 'runners:\n  config: |\n    [[runners]]\n';

describe('treatment of YAML', () => {
  it('serves a file that can hold a configuration, in its own language', () => {
    for (const languageId of counted(yaml.languages)) {
      assert.equal(handling({ languageId, path: '/a/values.yaml', text: values }), 'serve');
      assert.equal(handling({ languageId, path: '/a/values.yaml', choice: 'ours' }), 'serve');
    }
  });

  it('serves one into which a configuration can be written', () =>
    assert.equal(handling({ languageId: 'yaml', path: '/a/values.yaml', text: 'runners:\n  config: ""\n' }), 'serve'));

  it('leaves every other file alone', () => {
    const compose = 'services:\n  web:\n    image: nginx\n    configs: [http]\n';
    for (const languageId of counted(yaml.languages)) {
      assert.equal(handling({ languageId, path: '/a/compose.yaml', text: compose }), 'leave');
    }
  });

  it('does not ask, because only the block becomes ours', () =>
    assert.equal(handling({ languageId: 'yaml', path: '/a/values.yaml', text: values, mode: 'ask' }), 'serve'));

  it('obeys the user', () => {
    assert.equal(handling({ languageId: 'yaml', path: '/a/values.yaml', text: values, mode: 'never' }), 'leave');
    assert.equal(handling({ languageId: 'yaml', path: '/a/values.yaml', text: values, choice: 'not-ours' }), 'leave');
  });
});

describe('treatment of templates', () => {
  it('gives our language to one that has none', () => {
    for (const path of ['/a/config.toml.j2', '/a/config.toml.tmpl', '/a/config.toml.erb', '/a/runner.tftpl']) {
      assert.equal(handling({ languageId: 'plaintext', path, text: runner }), 'switch', path);
      assert.equal(handling({ languageId: 'plaintext', path, text: '[server]\n' }), 'leave', path);
    }
  });

  it('serves one in the language of another extension beside it', () => {
    assert.equal(handling({ languageId: 'jinja', path: '/a/config.toml.j2', text: runner }), 'serve');
    assert.equal(handling({ languageId: 'erb', path: '/a/config.toml.erb', text: runner }), 'serve');
    assert.equal(handling({ languageId: 'jinja', path: '/a/config.toml.j2', choice: 'ours' }), 'serve');
    assert.equal(handling({ languageId: 'jinja', path: '/a/config.toml.j2', text: '[server]\n' }), 'leave');
  });

  it('serves one that gives YAML, a script or Terraform, in its own language', () => {
    const script = `#!/bin/sh\ncat > config.toml <<EOF\n${runner}EOF\n`;
    const cloudInit = `write_files:\n  - content: |\n      ${runner}`;
    const templates: [path: string, text: string, kind: string][] = [
      ['/a/user_data.tftpl', script, 'shell'],
      ['/a/user_data.tpl', `#!/usr/bin/env bash\n${script}`, 'shell'],
      ['/a/run.sh.tpl', script, 'shell'],
      ['/a/user_data.tftpl', cloudInit, 'yaml'],
      ['/a/user_data.tpl', `#cloud-config\n${cloudInit}`, 'yaml'],
      ...['tpl', 'gotmpl', 'j2', 'tftpl'].map((end): [string, string, string] => [
        `/a/values.yaml.${end}`,
        `{{ if . }}\n${values}`,
        'yaml',
      ]),
    ];
    for (const [path, text, kind] of templates) {
      for (const languageId of ['plaintext', 'jinja']) {
        const treatment = treat({ languageId, path, text, isOwned: languageId !== 'plaintext' }, undefined, 'ask');
        assert.deepEqual([treatment.handling, treatment.kind], ['serve', kind], `${languageId} ${path}`);
      }
      assert.equal(handling({ languageId: 'plaintext', path, text: 'key: value\n' }), 'leave', path);
      assert.equal(handling({ languageId: 'plaintext', path, text, choice: 'not-ours' }), 'leave', path);
    }
  });

  it('takes one of any name for a configuration by its text alone', () => {
    for (const path of ['/a/runner.tpl', '/a/runner.conf.j2', '/a/config.erb']) {
      assert.equal(handling({ languageId: 'plaintext', path, text: runner }), 'switch', path);
      assert.equal(handling({ languageId: 'jinja', path, text: runner }), 'serve', path);
      assert.equal(handling({ languageId: 'jinja', path, text: `Write this:\n${runner}` }), 'leave', path);
    }
    assert.equal(
      handling({ languageId: 'plaintext', path: '/a/README.md.j2', text: `\`\`\`toml\n${runner}\`\`\`\n` }),
      'leave',
    );
  });
});

describe('the kind of a document', () => {
  it('is told by its language first', () => {
    assert.equal(kindOf('gitlab-runner-config', 'Untitled-1'), 'configuration');
    assert.equal(kindOf('toml', 'Untitled-1'), 'configuration');
    assert.equal(kindOf('yaml', 'Untitled-1'), 'yaml');
    assert.equal(kindOf('helm', '/a/templates/configmap.yaml'), 'yaml');
  });

  it('is told by the name where nobody else has given a language', () => {
    assert.equal(kindOf('plaintext', '/a/B.TOML'), 'configuration');
    assert.equal(kindOf('plaintext', '/a/config.toml.j2'), 'configuration');
    assert.equal(kindOf('plaintext', '/a/notes.txt'), undefined);
    assert.equal(kindOf('plaintext', '/a/values.yaml.tftpl'), 'template');
    assert.equal(kindOf('json', '/a/b.toml'), undefined);
  });

  it('agrees, for templates, with the patterns that VS Code is given', () => {
    const endings = TEMPLATE_PATTERN.replace(/^.*\{|\}$/g, '').split(',');
    assert.ok(endings.includes('j2') && endings.includes('tftpl'));
    for (const ending of endings) assert.equal(kindOf('other', `/a/config.${ending}`), 'template', ending);
  });
});
