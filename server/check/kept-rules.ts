/**
 * What rules say of pairs and tables, kept by their text and by the place that it stands in: at a keystroke most of a block is what it
 * was. A rule that looks beyond, at its runner or the document, or for a pair at its table, is asked again.
 */
import type { Context } from '../meaning/context';
import type { KeyVisit, TableVisit } from '../meaning/visit';
import type { Found, Rule } from '../rules/rule';
import { withTexts } from '../text/message';
import { unshared } from '../text/unshared';
import type { Member } from '../toml/model';
import type { KeyValue, Span } from '../toml/syntax';
import { extentAlone } from './extent-alone';
import type { Reported, Reporter } from './reporter';

type Said = Reported<Found>;

/** What has to be done, in the order of the rules: ask one, or say again what one said, with offsets from the start of the text. */
type Step<Scope extends 'key' | 'table'> = { readonly rule: Rule<Scope> } | { readonly finding: Said };

/** A visit that notices when somebody looks at more than the text; `looksBeyond` tells whether anybody did since it was asked last. */
interface Watched<Visit> {
  readonly visit: Visit;
  looksBeyond(): boolean;
}

/** Enough for what somebody writes in. */
const MOST_TEXTS = 2_000;
/** Longer texts are not kept: to find one again costs as much as it is long. */
const LONGEST_PAIR = 2_000;
const LONGEST_TABLE = 10_000;
/** So many rules are asked sooner than a table is found again. */
const FEW_RULES = 4;

/** What was said of the texts of one place. */
class KeptPlace {
  readonly pairs = new Map<string, readonly Step<'key'>[]>();
  readonly tables = new Map<string, readonly Step<'table'>[]>();
}

export class KeptRules {
  private readonly places = new Map<string, KeptPlace>();
  private count = 0;

  constructor(private readonly schema: Context['schema']) {}

  isFor({ schema }: Context): boolean {
    return this.schema === schema;
  }

  /** Shows a table to rules, or says again what they said of its text. */
  table(visit: TableVisit, rules: readonly Rule<'table'>[], reporter: Reporter): void {
    const { document, table, path, inRunner, executor } = visit;
    const extent = inRunner && rules.length > FEW_RULES ? extentAlone(document, table) : undefined;
    if (!extent || extent.end - extent.start > LONGEST_TABLE) reporter.show(visit, rules);
    else this.show(this.in(path, executor).tables, extent, watchedTable, visit, rules, reporter);
  }

  /** What shows the keys of a table to rules, or says again what they said of a pair. */
  keysOf({ path }: TableVisit, reporter: Reporter): (visit: KeyVisit, rules: readonly Rule<'key'>[]) => void {
    const { pairs } = this.in(path);
    return (visit, rules) => {
      const pair = pairAlone(visit.member);
      if (!pair || pair.end - pair.start > LONGEST_PAIR) reporter.show(visit, rules);
      else this.show(pairs, pair, watchedKey, visit, rules, reporter);
    };
  }

  /** `executor`: of the runner of a table, of which each rule asks. */
  private in(path: readonly string[], executor = ''): KeptPlace {
    const name = `${path.join('.')}\n${executor}`;
    let place = this.places.get(name);
    if (!place) {
      place = new KeptPlace();
      this.places.set(name, place);
    }
    return place;
  }

  private show<Scope extends 'key' | 'table', Visit extends TableVisit & Parameters<Rule<Scope>['check']>[0]>(
    known: Map<string, readonly Step<Scope>[]>,
    { start, end }: Span,
    watch: (visit: Visit) => Watched<Visit>,
    visit: Visit,
    rules: readonly Rule<Scope>[],
    reporter: Reporter,
  ): void {
    const text = visit.source.text.slice(start, end);
    const steps = known.get(text);
    if (steps) {
      for (const step of steps) {
        if ('rule' in step) reporter.ask(step.rule, visit);
        else reporter.add(moved(step.finding, start));
      }
      return;
    }
    const made = stepsOf(watch(visit), rules, start, reporter);
    // What was said when nothing more was taken in is not known.
    if (reporter.isFull) return;
    this.makeRoom();
    known.set(unshared(text), made);
  }

  private makeRoom(): void {
    if (this.count === MOST_TEXTS) {
      this.count = 0;
      this.places.clear();
    }
    this.count++;
  }
}

/** The pair that alone makes a key what it is. */
function pairAlone({ pair, keys, node }: Member): KeyValue | undefined {
  return node.type === 'value' && keys.length === 1 && pair?.key.segments.length === 1 ? pair : undefined;
}

/** Shows something to rules, and tells what is to be done when it is shown again. */
function stepsOf<Scope extends 'key' | 'table', Visit extends Parameters<Rule<Scope>['check']>[0]>(
  { visit, looksBeyond }: Watched<Visit>,
  rules: readonly Rule<Scope>[],
  start: number,
  reporter: Reporter,
): Step<Scope>[] {
  const steps: Step<Scope>[] = [];
  for (const rule of rules) {
    const before = reporter.findings.length;
    reporter.ask(rule, visit);
    if (looksBeyond()) steps.push({ rule });
    else
      for (const finding of reporter.findings.slice(before)) steps.push({ finding: moved(onlySaid(finding), -start) });
  }
  return steps;
}

function watchedKey({ document, table, runner, ...rest }: KeyVisit): Watched<KeyVisit> {
  const watch = new Watch();
  const visit = {
    ...rest,
    get document() {
      return watch.see(document);
    },
    get table() {
      return watch.see(table);
    },
    get runner() {
      return watch.see(runner);
    },
  };
  return { visit, looksBeyond: () => watch.look() };
}

function watchedTable({ document, runner, ...rest }: TableVisit): Watched<TableVisit> {
  const watch = new Watch();
  const visit = {
    ...rest,
    get document() {
      return watch.see(document);
    },
    get runner() {
      return watch.see(runner);
    },
  };
  return { visit, looksBeyond: () => watch.look() };
}

class Watch {
  private seen = false;

  see<Part>(part: Part): Part {
    this.seen = true;
    return part;
  }

  /** Whether anything was seen since the last look. */
  look(): boolean {
    const was = this.seen;
    this.seen = false;
    return was;
  }
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
