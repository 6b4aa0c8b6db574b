/** The command line: `gitlab-runner-config COMMAND ...`. One name, one command. */
import { parseArgs } from 'node:util';
import { type Catalog, loadCatalog } from '../text/catalog';
import { languageOf } from '../text/languages';
import { anyOf, message } from '../text/message';
import { type Command, type Outcome, type Surroundings, wrongUsage } from './command';
import { explain } from './explain/explain';
import { format } from './format/format';
import { lint } from './lint/lint';
import { preview } from './preview/preview';
import { toolVersion } from './tool';

const commands: ReadonlyMap<string, Command> = new Map([
  ['lint', lint],
  ['format', format],
  ['preview', preview],
  ['explain', explain],
]);

/** Those who ask for help before they name a command. */
const helpNames = new Set(['--help', '-h', 'help']);

const versionNames = new Set(['--version', '-V', 'version']);

/** Runs a command line. `catalogOf`: who says what is printed to a user of a locale; `more`: what a process has, with the locale of its user. */
export function run(
  argv: readonly string[],
  readStandardInput: Surroundings['readStandardInput'],
  catalogOf: (locale: string | undefined) => Catalog = (locale) => loadCatalog(languageOf(locale)),
  { locale, ...more }: Omit<Surroundings, 'catalog' | 'readStandardInput'> & { readonly locale?: string } = {},
): Outcome {
  const [name, ...args] = argv;
  const catalog = catalogOf(localeIn(argv) ?? locale);
  const usage = message('cli.usage');
  if (name === undefined) return wrongUsage(catalog, message('cli.missing-command', { commands: names() }), usage);
  if (helpNames.has(name)) return { status: 0, output: catalog.say(usage) };
  if (versionNames.has(name)) return { status: 0, output: `${toolVersion()}\n` };
  const command = commands.get(name);
  if (command) return command(args, { catalog, readStandardInput, ...more });
  return wrongUsage(catalog, message('cli.unknown-command', { command: name, commands: names() }), usage);
}

/** The names of the commands. */
export const commandNames: readonly string[] = [...commands.keys()];

const names = () => anyOf([...commandNames]);

/** Looked for ahead of all else: what is wrong with the rest is said in that language, too. */
function localeIn(args: readonly string[]): string | undefined {
  const { values } = parseArgs({ args: [...args], options: { locale: { type: 'string' } }, strict: false });
  return typeof values.locale === 'string' ? values.locale : undefined;
}
