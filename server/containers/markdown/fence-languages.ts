/** What a fence of Markdown holds, by the language that it names: TOML, YAML or a script with a configuration, or what its text is. */
import { type HeredocText, nestedInHeredoc } from '../heredoc/heredoc';
import type { Region } from '../region';
import { shellRegions } from '../shell/regions';
import { OF_FILE, type Traits } from '../traits';
import { mayHoldConfiguration } from '../yaml/check';
import { holdsConfiguration, isPlainlyConfiguration } from '../yaml/places-evidence';
import { readYaml } from '../yaml/regions';
import { shownFiles } from './shown-files';

/** `any`: nobody says which. */
export type FenceLanguage = 'toml' | 'yaml' | 'shell' | 'any';

/** `toml`, `toml title="config.toml"`, `toml:config.toml`, and `{.toml}` as Pandoc and MkDocs have it. */
const NAMED = /^[ \t]*(?:\{[ \t]*\.)?([\w-]+)/;
const languages: ReadonlyMap<string, FenceLanguage> = new Map([
  ['toml', 'toml'],
  ...['yaml', 'yml', 'helm'].map((name) => [name, 'yaml'] as const),
  ...['sh', 'bash', 'zsh', 'shell', 'console'].map((name) => [name, 'shell'] as const),
  ...['text', 'txt', 'plaintext', 'ini', 'conf', 'config'].map((name) => [name, 'any'] as const),
]);

/** An example: no runner reads it. */
const OF_FENCE: Traits = {
  ...OF_FILE,
  loudest: 'information',
  writable: false,
  elided: true,
  ownsLastLineBreak: false,
};

/** The language that an info string names; undefined where it is one that no configuration is in. */
export function languageOfInfo(info: string): FenceLanguage | undefined {
  if (info.trim() === '') return 'any';
  return languages.get(NAMED.exec(info)?.[1]?.toLowerCase() ?? '');
}

/** The configurations in the text of a fence. */
export function regionsOfFence(fence: HeredocText, language: FenceLanguage): Region[] {
  const { text } = fence;
  const isConfiguration = language === 'toml' ? holdsConfiguration : isPlainlyConfiguration;
  if (isConfiguration(text)) return [{ ...fence, traits: OF_FENCE }];
  return nestedIn(text, language).map((region) => ({
    ...nestedInHeredoc(fence, withoutBlock(region)),
    traits: { ...region.traits, loudest: 'information', writable: false, elided: true },
  }));
}

function nestedIn(text: string, language: FenceLanguage): readonly Region[] {
  if (language === 'toml') return [];
  if (language === 'shell') return [...shellRegions(text), ...shownFiles(text, OF_FENCE)];
  const shown = language === 'any' ? shownFiles(text, OF_FENCE) : [];
  return shown.length === 0 && mayHoldConfiguration(text) ? readYaml(text).regions : shown;
}

/** An example is left as it is written. */
function withoutBlock({ asLiteralBlock: _, ...region }: Region): Region {
  return region;
}
