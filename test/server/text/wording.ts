/** Every English sentence with sample arguments, in each of the ways that it can be said: what the golden file of the wording holds. */
import { type Catalog, createCatalog } from '../../../server/text/catalog';
import type { Argument, Message, MessageId } from '../../../server/text/message';
import type { Pattern, Patterns } from '../../../server/text/pattern';

type Arguments = Record<string, Argument>;

/** The choices that a pattern leaves to its arguments, innermost ones too: each as the arguments that make it. */
function variants(pattern: Pattern): Arguments[] {
  let all: Arguments[] = [{}];
  for (const part of pattern) {
    if (typeof part === 'string' || part.length === 0) continue;
    const [name, kind, options] = part;
    const found: Arguments[] =
      kind === 'select' || kind === 'plural'
        ? Object.entries(options ?? {}).flatMap(([option, inner]) =>
            variants(inner).map((below) => ({ ...below, [name]: kind === 'select' ? option : numberFor(option) })),
          )
        : [{ [name]: kind === 'number' ? 12345 : `‹${name}›` }];
    // An argument that stands twice has one value.
    all = all.flatMap((before) => found.map((each) => ({ ...each, ...before })));
  }
  const known = new Set<string>();
  return all.filter((each) => {
    const text = JSON.stringify(each);
    return !known.has(text) && known.add(text);
  });
}

function numberFor(option: string): number {
  if (option.startsWith('=')) return Number(option.slice(1));
  return option === 'one' ? 1 : 2;
}

/** A line for each way to say each message: `id: sentence`. */
export function wording(patterns: Patterns): string[] {
  const catalog: Catalog = createCatalog('en', patterns);
  return Object.entries(patterns).flatMap(([id, pattern]) => {
    const said = variants(pattern).map((args) => catalog.say({ id: id as MessageId, args } satisfies Message));
    return [...new Set(said)].map((sentence) => `${id}: ${sentence.replaceAll('\n', '\n    ')}`);
  });
}
