/**
 * What the server in a web worker needs lies in files beside its bundle, as in Node. A worker cannot read files: the client
 * reads them, and puts them before the bundle in the worker's script, each as the body of a function. Who never asks for one does not
 * pay for its compilation.
 */

/** The global that holds them in the worker, by name. */
export const WORKER_FILES = 'gitlabRunnerConfigFiles';

/** A file of data gives its value to `module`, a bundle what it exports; a bundle asks for another one by `require`. */
export type WorkerFile = (module: { exports: unknown }, exports: unknown, require: (name: string) => unknown) => void;

/** The code that the build keeps out of the bundle (esbuild.mjs knows the same names). */
const CODE = ['regions.js', 'preview.js', 'patch-yaml.js', 'joblog.js'];

/** What they and the bundle read in each language. */
const DATA = ['keys.json', 'suggestions.json', 'examples.json'];

/** The files beside the bundle that a server needs which speaks these languages, each where the one before lacks a text. */
export function workerFiles(languages: readonly string[]): string[] {
  const said = languages.flatMap((language) => [`texts.${language}.json`, `messages.${language}.json`]);
  const names = languages.some((language) => language.startsWith('zh')) ? ['aliases.json'] : [];
  return [...CODE, ...DATA, ...said, ...names];
}

/** The script that puts files before the bundle; `read` gives their texts, undefined for one that cannot be read. */
export async function filesScript(
  names: readonly string[],
  read: (name: string) => Promise<string | undefined>,
): Promise<string> {
  const files = await Promise.all(names.map(async (name) => ({ name, text: await read(name) })));
  const entries = files.flatMap(({ name, text }) => {
    if (text === undefined) return [];
    const body = name.endsWith('.json') ? `module.exports = ${text};` : text;
    return [`${JSON.stringify(name)}: (module, exports, require) => {${body}\n}`];
  });
  return `self.${WORKER_FILES} = {${entries.join(',\n')}};\n`;
}
