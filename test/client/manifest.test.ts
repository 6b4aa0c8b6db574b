import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as names from '../../client/names';
import { SECTION, SETTINGS } from '../../protocol/settings';
import { containerKinds } from '../../server/containers/kinds';
import { TOML_LANGUAGE } from '../../server/containers/toml-file/names';
import { recognize } from '../../server/containers/toml-file/recognition';
import { TEMPLATE_ENDINGS } from '../../server/templates/kinds';
import { counted } from '../counted';
import { englishTexts, localized } from './manifest-texts';

interface Setting {
  markdownDescription?: string;
  default?: unknown;
  scope?: string;
  enum?: string[];
  enumDescriptions?: string[];
}

interface Step {
  title: string;
  description: string;
  media: { markdown: string };
  completionEvents: string[];
}

const manifest = localized(englishTexts);
const { contributes } = manifest;
const settings: Record<string, Setting> = contributes.configuration.properties;
const commands: { command: string; title: string; category: string }[] = contributes.commands;
const steps: Step[] = contributes.walkthroughs[0].steps;
const code = readdirSync('client')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('client', file), 'utf8'))
  .join('\n');

describe('commands of the manifest', () => {
  it('have the names in the README that the palette has', () => {
    const readme = readFileSync('README.md', 'utf8');
    for (const { title } of commands) assert.ok(readme.includes(`\n| ${title} |`), title);
  });

  it('have the names in the Chinese README that a Chinese palette has', () => {
    const readme = readFileSync('README.zh-CN.md', 'utf8');
    const texts: Record<string, string> = JSON.parse(readFileSync('package.nls.zh-cn.json', 'utf8'));
    const titles = counted(Object.entries(texts).filter(([id]) => /^command\..*\.title$/.test(id)));
    for (const [id, title] of titles) assert.ok(readme.includes(`\n| ${title} |`), `${id}: ${title}`);
  });

  it('are the commands of the code, and the reverse', () =>
    assert.deepEqual(commands.map(({ command }) => command).sort(), Object.values(names.COMMANDS).sort()));

  it('have a title and the category that names the extension', () => {
    for (const { title, category } of counted(commands)) {
      assert.ok(title);
      assert.equal(category, 'GitLab Runner Config');
    }
  });

  it('are the only ones in the menus', () => {
    const known = new Set(commands.map(({ command }) => command));
    const items = Object.values(contributes.menus).flat() as { command: string; when?: string }[];
    for (const { command } of counted(items)) assert.ok(known.has(command), command);
  });

  it('name the languages of every container that is on by default', () => {
    const languages = containerKinds.filter(({ setting }) => !setting).flatMap((kind) => kind.languages);
    const items = contributes.menus.commandPalette as { command: string; when: string }[];
    for (const [command, own] of [
      [names.COMMANDS.extractConfiguration, []],
      [names.COMMANDS.formatConfigurations, []],
      [names.COMMANDS.chooseRecognition, [names.LANGUAGE_ID, TOML_LANGUAGE]],
    ] as const) {
      const when = items.find((item) => item.command === command)?.when ?? '';
      assert.equal(/editorLangId =~ \/\^\((.*?)\)\$\//.exec(when)?.[1], [...own, ...languages].join('|'), command);
    }
    const endings = /\.toml\$\|\\\.\((.*?)\)\$/.exec(
      items.find((item) => item.command === names.COMMANDS.chooseRecognition)?.when ?? '',
    )?.[1];
    assert.equal(endings, TEMPLATE_ENDINGS.join('|'));
  });

  it('ask only for context that the client sets', () => {
    const items = Object.values(contributes.menus).flat() as { when?: string }[];
    const ours = items.flatMap(({ when = '' }) => when.match(/gitlabRunnerConfig\.\w+/g) ?? []);
    assert.ok(ours.length > 0);
    assert.deepEqual([...new Set(ours)], [names.SERVED_CONTEXT]);
  });
});

describe('settings of the manifest', () => {
  it('are the settings of the code, and the reverse', () =>
    assert.deepEqual(
      Object.keys(settings).sort(),
      Object.values(SETTINGS)
        .map((name) => `${SECTION}.${name}`)
        .sort(),
    ));

  for (const [name, setting] of counted(Object.entries(settings))) {
    it(`${name} is described, has a default and a scope`, () => {
      assert.ok((setting.markdownDescription ?? '').length > 40);
      assert.notEqual(setting.default, undefined);
      assert.ok(setting.scope);
      assert.equal(setting.enumDescriptions?.length, setting.enum?.length);
    });
  }
});

describe('the view of the manifest', () => {
  it('is that of the code, and is there once a log was explained', () => {
    const [[container, views]] = Object.entries(contributes.views) as [string, { id: string; when: string }[]][] as [
      [string, { id: string; when: string }[]],
    ];
    assert.deepEqual(
      views.map(({ id, when }) => [id, when]),
      [[names.JOB_LOG_VIEW, names.JOB_LOG_CONTEXT]],
    );
    assert.deepEqual(
      contributes.viewsContainers.panel.map(({ id }: { id: string }) => id),
      [container],
    );
  });
});

describe('names of ours in the code', () => {
  const quoted = (text: string) =>
    (text.match(/'gitlabRunnerConfig[./][\w.]+'/g) ?? []).map((name) => name.slice(1, -1));

  it('stand in names.ts and nowhere else in the client', () => {
    const ofJobLog = [names.JOB_LOG_VIEW, names.JOB_LOG_CONTEXT, names.JOB_LOG_ACT];
    const known = [
      ...Object.values(names.COMMANDS),
      names.SERVED_CONTEXT,
      ...names.STATUS_ITEMS,
      ...ofJobLog,
      names.PREVIEW_ORIGIN,
      names.SCHEDULE_VIEW,
    ];
    assert.deepEqual(
      counted(quoted(code)).filter((name) => !known.includes(name)),
      [],
    );
  });

  it('stand nowhere in the server: what it shares with the client is in protocol/', () => {
    const files = counted(
      readdirSync('server', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')),
    );
    assert.ok(files.length > 100);
    assert.deepEqual(
      files.flatMap((file) => quoted(readFileSync(join('server', file), 'utf8'))),
      [],
    );
  });
});

describe('walkthrough', () => {
  it('has three steps with a short text and a button each', () => {
    assert.equal(steps.length, 3);
    for (const { title, description } of steps) {
      assert.ok(title.length < 30, title);
      assert.ok(description.length < 300, description);
      assert.match(description, /\n\[[^\]]+\]\(command:/);
    }
  });

  it('names only commands, settings and context that exist', () => {
    const commandsOfSteps = steps.flatMap(
      ({ description }) => description.match(/(?<=command:)gitlabRunnerConfig\.\w+/g) ?? [],
    );
    for (const command of counted(commandsOfSteps))
      assert.ok(Object.values<string>(names.COMMANDS).includes(command), command);
    for (const event of steps.flatMap(({ completionEvents }) => completionEvents)) {
      const [kind = '', name = ''] = event.split(':');
      // These are all that VS Code knows and we need; `onLanguage` is none of a walkthrough's.
      assert.ok(['onCommand', 'onContext', 'onSettingChanged'].includes(kind), event);
      if (!name.startsWith(SECTION)) continue;
      const known = { onCommand: Object.values<string>(names.COMMANDS), onContext: [names.SERVED_CONTEXT] };
      const isKnown = kind === 'onSettingChanged' ? name in settings : known[kind as keyof typeof known].includes(name);
      assert.ok(isKnown, event);
    }
  });

  it('names only settings that exist in its texts', () => {
    const texts = steps.map(({ media }) => readFileSync(media.markdown, 'utf8')).join('\n');
    for (const name of counted(texts.match(/gitlabRunnerConfig\.\w+/g) ?? [])) assert.ok(name in settings, name);
  });
});

describe('contributed files', () => {
  const files: string[] = [
    contributes.languages[0].configuration,
    ...contributes.grammars.map(({ path }: { path: string }) => path),
    'snippets/gitlab-runner-config.json',
    'dist/snippets.zh-cn.json',
    'dist/snippets.list.en.json',
    'dist/snippets.list.zh-cn.json',
    manifest.icon,
    ...steps.map(({ media }) => media.markdown),
  ];
  for (const file of files) {
    it(`${file} exists and goes into the package`, () => {
      assert.ok(existsSync(file));
      const packed = readFileSync('.vscodeignore', 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('!'))
        .map((line) => new RegExp(`^${line.slice(1).replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`));
      assert.ok(packed.some((pattern) => pattern.test(file.replace(/^\.\//, ''))));
    });
  }

  it('agree on language and scope', () => {
    const [language] = contributes.languages;
    const [grammar, injection] = contributes.grammars;
    assert.equal(contributes.snippets[0].language, language.id);
    assert.equal(language.id, names.LANGUAGE_ID);
    assert.equal(grammar.language, language.id);
    assert.equal(JSON.parse(readFileSync(grammar.path, 'utf8')).scopeName, grammar.scopeName);
    assert.equal(JSON.parse(readFileSync(injection.path, 'utf8')).scopeName, injection.scopeName);
    assert.deepEqual(Object.values(injection.embeddedLanguages), [language.id]);
  });
});

describe('every container', () => {
  for (const { id, scopes, setting } of counted(containerKinds)) {
    it(`${id}: a grammar of ours shows the configurations in it`, () => {
      const injected = (contributes.grammars as { injectTo?: string[] }[]).flatMap(({ injectTo = [] }) => injectTo);
      assert.deepEqual(
        scopes.filter((scope) => !injected.includes(scope)),
        [],
      );
    });
    if (setting) it(`${id}: its setting is one of ours`, () => assert.ok(setting in SETTINGS));
  }
});

describe('the name of other programs’ TOML, and of Terraform', () => {
  it('is contributed bare, so that an extension for it has all to say about it', () =>
    assert.deepEqual(contributes.languages.slice(1), [
      { id: TOML_LANGUAGE, aliases: ['TOML'], extensions: ['.toml'] },
      { id: 'terraform', aliases: ['Terraform'], extensions: ['.tf'] },
    ]));
});

describe('path patterns of the manifest', () => {
  const patterns: string[] = contributes.languages[0].filenamePatterns;
  const matchers = patterns.map((pattern) => new RegExp(`^${toExpression(pattern)}$`, 'i'));
  const paths = [
    '/etc/gitlab-runner/config.toml',
    '/home/gitlab-runner/.gitlab-runner/config.toml',
    '/srv/gitlab-runner/config/config.toml',
    '/srv/gitlab-runner/config.template.toml',
    '/srv/.gitlab-runner/config-template.toml',
    '/srv/gitlab-runner/fargate.toml',
    '/srv/my-gitlab-runner/config.toml',
    '/srv/gitlab-runner/config/other/config.toml',
    '/project/config.toml',
    '/project/.cargo/config.toml',
  ];
  for (const path of paths) {
    it(`say of ${path} what recognition says`, () => {
      const recognised = recognize({ path, languageId: 'plaintext', text: '' }).verdict === 'path';
      assert.equal(
        matchers.some((matcher) => matcher.test(path)),
        recognised,
      );
    });
  }

  /** Of VS Code's globs, what the manifest uses: a leading `**`, and alternatives in braces. */
  function toExpression(glob: string): string {
    return glob
      .replaceAll('.', '\\.')
      .replace(/^\*\*\//, '(?:.*/)?')
      .replace(/\{([^}]*)\}/g, (_all, alternatives: string) => `(?:${alternatives.replaceAll(',', '|')})`);
  }
});

describe('what the extension promises', () => {
  it('runs in restricted mode, in virtual workspaces and in the browser', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
    assert.equal(manifest.main, './dist/client.js');
    assert.equal(manifest.browser, './dist/client.web.js');
  });

  it('is activated by what may be a configuration, and by nothing that is in most windows', () => {
    assert.deepEqual(manifest.activationEvents, [
      'onLanguage:gitlab-runner-config',
      'onLanguage:toml',
      // Of Markdown only a setting is read, unless it is on.
      ...containerKinds.flatMap(({ languages }) => languages.map((language) => `onLanguage:${language}`)),
      // Templates of TOML in the languages that extensions give them.
      'onLanguage:jinja',
      'onLanguage:jinja-toml',
      'onLanguage:erb',
      // Logs of jobs, to be explained.
      'onLanguage:log',
      // Where nobody gives them a language they are plain text, which is open in most windows.
      `workspaceContains:**/*.{toml,yaml,yml}.{${TEMPLATE_ENDINGS.join(',')}}`,
      `workspaceContains:**/*runner*.{${TEMPLATE_ENDINGS.join(',')}}`,
    ]);
  });
});
