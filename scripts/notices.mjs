// What the licences of bundled packages ask for: their texts, beside the bundles. Which packages there are, esbuild says itself
// (the inputs of its metafile), so a new dependency cannot be forgotten.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENCE = /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i;
const NOTICE = /^notice(?:\.(?:md|txt))?$/i;
const RULE = '-'.repeat(80);

/** The folders of the packages that `metafiles` name among their inputs: `…/node_modules/@scope/name`, each once. */
export function bundledPackages(metafiles) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const folders = inputs.map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))];
}

/** The text of `THIRD_PARTY_NOTICES.txt`: a licence once, below the packages that have it. Throws where a package has none. */
export function noticesText(folders) {
  const packagesOf = new Map();
  for (const { title, licence } of folders.map(readPackage).sort((a, b) => (a.title < b.title ? -1 : 1))) {
    packagesOf.set(licence, new Set(packagesOf.get(licence)).add(title));
  }
  const sections = [...packagesOf].map(([licence, titles]) => `${RULE}\n\n${[...titles].join('\n')}\n\n${licence}\n`);
  const introduction = 'The files beside this one contain code of these packages, under these licences.\n';
  return [introduction, ...sections].join('\n');
}

function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).sort();
  const [licence] = files.filter((file) => LICENCE.test(file));
  if (licence === undefined) throw new Error(`${name} is bundled and has no licence in ${folder}`);
  const texts = [licence, ...files.filter((file) => NOTICE.test(file))].map((file) =>
    readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim(),
  );
  return { title: `${name} ${version} (${license})`, licence: texts.join('\n\n') };
}
