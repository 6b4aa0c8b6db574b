/**
 * What rules say of pairs, kept by the text of each pair and the table that it stands in: at a keystroke most pairs of a block are what
 * they were. A rule that looks beyond the pair, at its table, its runner or the document, is asked again.
 */
import type { Context } from '../meaning/context';
import type { KeyVisit } from '../meaning/visit';
import type { Found, Rule } from '../rules/rule';
import { withTexts } from '../text/message';
import { unshared } from '../text/unshared';
import type { Member } from '../toml/model';
import type { KeyValue } from '../toml/syntax';
import type { Reported, Reporter } from './reporter';

type Said = Reported<Found>;

/** What has to be done for a pair, in the order of the rules: ask one, or say again what one said, with offsets from the pair's start. */
type Step = { readonly rule: Rule<'key'> } | { readonly finding: Said };

/** The pairs of one table by their texts. */
export type PairsOfTable = Map<string, readonly Step[]>;

/** Enough for the tables that somebody writes in. */
const MOST_PAIRS = 2_000;
/** Longer pairs are not kept: to find one again costs as much as it is long. */
const LONGEST_PAIR = 2_000;

export class KeptPairs {
  private readonly tables = new Map<string, PairsOfTable>();
  private count = 0;

  constructor(private readonly schema: Context['schema']) {}

  isFor({ schema }: Context): boolean {
    return this.schema === schema;
  }

  /** The pairs of a table; `path`: its names from the root. */
  in(path: readonly string[]): PairsOfTable {
    const name = path.join('.');
    let pairs = this.tables.get(name);
    if (!pairs) {
      pairs = new Map();
      this.tables.set(name, pairs);
    }
    return pairs;
  }

  /** Shows a key to rules, or says again what they said of its text. */
  show(pairs: PairsOfTable, visit: KeyVisit, rules: readonly Rule<'key'>[], reporter: Reporter): void {
    const pair = pairAlone(visit.member);
    if (!pair || pair.end - pair.start > LONGEST_PAIR) {
      reporter.show(visit, rules);
      return;
    }
    const text = visit.source.text.slice(pair.start, pair.end);
    const known = pairs.get(text);
    if (known) {
      again(known, pair.start, visit, reporter);
      return;
    }
    const steps = watched(visit, rules, pair.start, reporter);
    // What was said when nothing more was taken in is not known.
    if (!reporter.isFull) this.keep(pairs, text, steps);
  }

  private keep(pairs: PairsOfTable, text: string, steps: readonly Step[]): void {
    if (this.count === MOST_PAIRS) {
      this.count = 0;
      for (const each of this.tables.values()) each.clear();
    }
    this.count++;
    pairs.set(unshared(text), steps);
  }
}

/** The pair that alone makes a key what it is. */
function pairAlone({ pair, keys, node }: Member): KeyValue | undefined {
  return node.type === 'value' && keys.length === 1 && pair?.key.segments.length === 1 ? pair : undefined;
}

function again(steps: readonly Step[], start: number, visit: KeyVisit, reporter: Reporter): void {
  for (const step of steps) {
    if ('rule' in step) reporter.ask(step.rule, visit);
    else reporter.add(moved(step.finding, start));
  }
}

/** Shows a key to rules, and tells what is to be done when it is shown again. */
function watched(key: KeyVisit, rules: readonly Rule<'key'>[], start: number, reporter: Reporter): Step[] {
  const steps: Step[] = [];
  const { visit, looksBeyond } = watch(key);
  for (const rule of rules) {
    const before = reporter.findings.length;
    reporter.ask(rule, visit);
    if (looksBeyond()) steps.push({ rule });
    else
      for (const finding of reporter.findings.slice(before)) steps.push({ finding: moved(onlySaid(finding), -start) });
  }
  return steps;
}

/** A visit that notices when somebody looks at more than the pair; `looksBeyond` tells whether anybody did since it was asked last. */
function watch({ document, table, runner, source, context, schema, path, member, key, exact }: KeyVisit): {
  readonly visit: KeyVisit;
  looksBeyond(): boolean;
} {
  let beyond = false;
  return {
    visit: {
      get document() {
        beyond = true;
        return document;
      },
      get table() {
        beyond = true;
        return table;
      },
      get runner() {
        beyond = true;
        return runner;
      },
      source,
      context,
      schema,
      path,
      member,
      key,
      exact,
    },
    looksBeyond() {
      const was = beyond;
      beyond = false;
      return was;
    },
  };
}

/** A finding that holds nothing of the text it was found in; fixes are found anew when they are asked for. */
function onlySaid(finding: Said): Said {
  const { message, related } = finding;
  return {
    ...finding,
    message: withTexts(message, unshared),
    related: related?.map((other) => ({ ...other, message: withTexts(other.message, unshared) })),
    fixes: undefined,
  };
}

function moved(finding: Said, by: number): Said {
  const { start, end, related } = finding;
  return {
    ...finding,
    start: start + by,
    end: end + by,
    related: related?.map((other) => ({ ...other, start: other.start + by, end: other.end + by })),
  };
}
