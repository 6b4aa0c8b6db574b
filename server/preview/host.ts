/**
 * A job that runs in no container: on the host itself, on another one by SSH, or by programs of the user's own (executors/shell/shell.go,
 * executors/ssh/ssh.go, executors/custom/custom.go). There is the command line, the directories and the environment.
 */
import { environmentOf } from './environment';
import { Fields } from './fields';
import type { Inputs } from './inputs';
import type { JsonObject } from './json';
import { byRunner, type Origin } from './origin';
import { projectDirectory } from './project-directory';
import type { Settings } from './settings';
import { knownShell, shellCommand } from './shell-command';

/** The directory that the runner works in. */
export const WORKING_DIRECTORY = '{pwd}';

/** Where files lie when the configuration says nothing. */
const PLACES: Readonly<Record<string, { readonly builds: string; readonly cache: string }>> = {
  shell: { builds: `${WORKING_DIRECTORY}/builds`, cache: `${WORKING_DIRECTORY}/cache` },
  ssh: { builds: 'builds', cache: 'cache' },
};

const STAGES = ['config', 'prepare', 'run', 'cleanup'];

/** Whether there is something to show of an executor. */
export function isHost(executor: string): boolean {
  return executor === 'custom' || executor in PLACES;
}

export function previewHost(inputs: Inputs, executor: string): JsonObject {
  const { runner } = inputs;
  const place = PLACES[executor];
  const root = runner.text('builds_dir') || place?.builds;
  const directories = new Fields()
    .some('builds', root, runner.origin('builds_dir'))
    .some('cache', runner.text('cache_dir') || place?.cache, runner.origin('cache_dir'));
  let project = '';
  if (root !== undefined) {
    const known = environmentOf(inputs, { root, project: '' });
    project = projectDirectory(inputs, known, { root, isShared: place !== undefined, mayChoose: false });
    directories.set('project', project, byRunner);
  }
  const made = place ? commandOf(inputs) : stagesOf(runner.table('custom'));
  return made
    .some('directories', directories.object, byRunner)
    .set('environment', variablesOf(inputs, { root: root ?? '', project }, place ? '' : 'CUSTOM_ENV_'), byRunner)
    .object;
}

/** A login shell; the script comes by its standard input. */
function commandOf({ runner }: Inputs): Fields {
  const origin = runner.origin('shell');
  const shell = knownShell(runner.text('shell') || 'bash', origin);
  const command = shell === 'sh' || shell === 'bash' ? [shell, '-l'] : shellCommand(shell);
  return new Fields().set('command', command, origin);
}

function stagesOf(custom: Settings): Fields {
  const made = new Fields();
  for (const stage of STAGES) {
    const program = custom.text(`${stage}_exec`);
    const command = program === '' ? undefined : [program, ...custom.texts(`${stage}_args`)];
    made.some(stage, command, custom.origin(`${stage}_exec`));
  }
  return made;
}

function variablesOf(inputs: Inputs, directories: { root: string; project: string }, prefix: string): JsonObject {
  const { variables } = environmentOf(inputs, directories);
  const made = new Fields();
  const origins = new Map<string, Origin>();
  for (const { key, origin } of variables.list) origins.set(key, origin);
  for (const [key, origin] of origins) made.set(`${prefix}${key}`, variables.get(key), origin);
  return made.object;
}
