/**
 * Hints behind numbers whose unit cannot be seen: `IdleTime = 1800` is 30 minutes, `shm_size = 300000` 293 KiB; and behind periods, whose
 * fields nobody knows by heart. What a text such as `"30m"` says by itself needs none.
 */
import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Placed } from '../meaning/block';
import type { Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import { elementsOf } from '../meaning/runners';
import type { KeySchema } from '../schema/types';
import { type Message, message } from '../text/message';
import type { Span } from '../text/span';
import type { TableNode } from '../toml/model';
import type { Value } from '../toml/syntax';
import { valueInWords } from './value-in-words';

/** A number, and what it comes to. */
interface Amount {
  readonly span: Span;
  readonly words: Message;
}

/** The hints in a range of a file; of a configuration in blocks only those of the blocks that the range touches are looked for. */
export function inlayHints(configuration: Configuration, context: Context, range: Range): InlayHint[] {
  const { blocks, document } = configuration;
  const wanted = { start: document.offset(range.start), end: document.offset(range.end) };
  const hints =
    blocks.length === 0
      ? hintsOf(document, context, (span) => document.range(span))
      : blocks
          .filter(({ block, start }) => start <= wanted.end && start + block.text.length >= wanted.start)
          .flatMap((placed) => hintsOfBlock(configuration, placed, context));
  return hints.filter(({ position: { line } }) => line >= range.start.line && line <= range.end.line);
}

function hintsOfBlock(configuration: Configuration, placed: Placed, context: Context): InlayHint[] {
  return hintsOf(placed.block.document, context, (span) => configuration.range(placed, span));
}

function hintsOf({ model }: ConfigDocument, context: Context, rangeOf: (span: Span) => Range): InlayHint[] {
  const amounts: Amount[] = [];
  addAmounts(model.root, context.schema.root, context, amounts);
  return amounts.map(({ span, words }) => ({
    position: rangeOf(span).end,
    label: context.say(message('inlay-hint', { amount: words })),
    paddingLeft: true,
  }));
}

function addAmounts(table: TableNode, schema: KeySchema, context: Context, amounts: Amount[]): void {
  for (const { name, node } of table.members.values()) {
    const key = context.schema.find(schema, name)?.schema;
    if (!key) continue;
    if (key.kind === 'table' || key.kind === 'array-of-tables') {
      for (const below of elementsOf(node)) addAmounts(below, key, context, amounts);
      continue;
    }
    if (node.type !== 'value') continue;
    for (const value of node.value.type === 'array' ? node.value.items : [node.value]) {
      const words = (hidesUnit(value) || isPeriod(key)) && valueInWords(value, key);
      if (words) amounts.push({ span: value, words });
    }
  }
}

function isPeriod({ grammar }: KeySchema): boolean {
  return grammar === 'cron-machine' || grammar === 'cron-autoscaler';
}

/** Whether a value is a number, or a text that is nothing but one. */
function hidesUnit(value: Value): boolean {
  return value.type === 'integer' || (value.type === 'string' && /^\d+$/.test(value.value));
}
