/** Parsing against the other parsers: medians, in one run, on the same documents. Started by run.mjs. */
import { parse as iarnaParse } from '@iarna/toml';
import { parse as smolParse } from 'smol-toml';
import { createDocument } from '../server/meaning/create-document';
import { parseToml } from '../server/toml/parser';
import { median } from '../test/server/toml/stopwatch';
import { runnersDocument } from './runners-document';

const columns: Record<string, (text: string) => unknown> = {
  'ours: tree': parseToml,
  'ours: tree and model': (text) => createDocument('file:///config.toml', text).model,
  '@iarna/toml': iarnaParse,
  'smol-toml': smolParse,
};

const titles = ['runners', 'lines', 'kB', ...Object.keys(columns)];
const row = (cells: string[]) =>
  cells.map((cell, index) => cell.padStart(Math.max(8, titles[index]?.length ?? 0))).join('  ');

console.log('Parsing, median of 15 runs in milliseconds\n');
console.log(row(titles));
for (const count of [1, 10, 100, 1000]) {
  const text = runnersDocument(count);
  const times = Object.values(columns).map((parse) => median(() => parse(text), 15, 5).toFixed(2));
  console.log(row([String(count), String(text.split('\n').length), (text.length / 1000).toFixed(1), ...times]));
}
