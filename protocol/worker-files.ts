/**
 * What the server in a web worker consists of lies in the files that it consists of in Node, beside a bundle that only starts it. A worker
 * cannot read files: the client reads them, and puts them before that bundle in the worker's script, each as the body of a function. What
 * nobody asks for is not compiled, and the package holds everything once.
 */

/** The global that holds them in the worker, by name. */
export const WORKER_FILES = 'gitlabRunnerConfigFiles';

/** A file of data gives its value to `module`, a bundle what it exports; a bundle asks for another one by `require`. */
export type WorkerFile = (module: { exports: unknown }, exports: unknown, require: (name: string) => unknown) => void;

/** The bundles of the server. */
const CODE = [
  'language.js',
  'validators.js',
  'regions.js',
  'preview.js',
  'patch-yaml.js',
  'pipeline.js',
  'schedule.js',
  'joblog.js',
];

const DATA = ['keys.json', 'suggestions.json', 'examples.json', 'aliases.json'];

/** The files of a server that speaks these languages, each where the one before lacks a text. */
export function workerFiles(languages: readonly string[]): string[] {
  const texts = languages.flatMap((language) => [`messages.${language}.json`, `texts.${language}.json`]);
  return [...CODE, ...DATA, ...texts];
}

/** The script that puts files before the bundle; `read` gives their texts. */
export async function filesScript(names: readonly string[], read: (name: string) => Promise<string>): Promise<string> {
  const entries = names.map(async (name) => {
    const text = await read(name);
    const body = name.endsWith('.json') ? `module.exports = ${text};` : text;
    return `${JSON.stringify(name)}: (module, exports, require) => {${body}\n}`;
  });
  return `self.${WORKER_FILES} = {${(await Promise.all(entries)).join(',\n')}};\n`;
}
