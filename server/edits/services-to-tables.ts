/** `services = ["mysql"]` becomes `[[runners.docker.services]]` tables behind the pairs of its table. */

import { replacements } from '../meaning/change';
import type { Fix } from '../meaning/finding';
import type { KeyVisit } from '../meaning/visit';
import { draft } from '../text/draft';
import type { TextEdit } from '../text/edit';
import type { StringValue } from '../toml/syntax';
import { headerLine } from './headers';
import { addToSection, deeper, lineBreak, pairIndentation, removeLines, standsAlone, wholeLines } from './text-lines';

/** The fixes for a list of tables with a `name` that was written as a list of names, or as one name. */
export function servicesToTables(visit: KeyVisit): Fix[] {
  const { member, document, path } = visit;
  const { node } = member;
  if (node.type !== 'value') return [];
  const items = node.value.type === 'array' ? node.value.items : [node.value];
  const names = items.filter(
    (item): item is StringValue => item.type === 'string' && !item.style.startsWith('multiline'),
  );
  if (names.length === 0 || names.length < items.length) return [];
  const raw = (name: StringValue) => document.text.slice(name.start, name.end);
  const single = node.value.type === 'string';
  const inline: Fix = {
    title: draft('Change to a list of inline tables'),
    changes: replacements(
      names.map((name) => {
        const table = `{ name = ${raw(name)} }`;
        return { start: name.start, end: name.end, newText: single ? `[${table}]` : table };
      }),
    ),
  };
  const blocks = tableBlocks(visit, names.map(raw));
  if (!blocks) return [{ ...inline, preferred: true, safe: true }];
  const title = draft(`Change to \`${headerLine([...path, member.name], true)}\` tables`);
  return [{ title, changes: replacements(blocks), preferred: true, safe: true }, inline];
}

/** Undefined where the pair shares its lines, or a comment in or behind the list would be lost. */
function tableBlocks({ document, table, member, path }: KeyVisit, names: readonly string[]): TextEdit[] | undefined {
  const section = table.sections[0];
  const { pair } = member;
  if (!pair || !section?.header?.closed || !section.pairs.includes(pair) || pair.key.segments.length !== 1)
    return undefined;
  if (!standsAlone(document, pair)) return undefined;
  const whole = wholeLines(document, pair);
  if (document.syntax.comments.some(({ start }) => start >= pair.start && start < whole.end)) return undefined;
  const indentation = pairIndentation(document, section);
  const header = indentation + headerLine([...path, member.name], true);
  const lines = names.flatMap((name) => [header, `${deeper(document, indentation)}name = ${name}`]);
  const insertion = addToSection(document, section, lines);
  if (insertion.start !== whole.end) return [removeLines(document, pair), insertion];
  // The last pair of its table: the blocks take its place, and its line break.
  const breakAfter = /\r?\n$/.exec(document.text.slice(whole.start, whole.end))?.[0] ?? '';
  return [{ ...whole, newText: lines.join(lineBreak(document)) + breakAfter }];
}
