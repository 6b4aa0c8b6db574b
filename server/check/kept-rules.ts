/**
 * What rules say of pairs, and of the tables of a runner, kept by their text: at a keystroke most of a block is what it was. Of a
 * runner such a rule may look at single keys, which then have to be what they were, too. What a rule says that looks at more, at the
 * document or the whole runner, or for a pair at its table, is not kept.
 */
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import { memberOf } from '../meaning/members';
import { type TableView, type Watcher, watchedTableView } from '../meaning/table-view';
import type { KeyVisit, TableVisit } from '../meaning/visit';
import type { Found, Rule } from '../rules/rule';
import { withTexts } from '../text/message';
import { unshared } from '../text/unshared';
import type { Member, TableNode } from '../toml/model';
import type { KeyValue, Span } from '../toml/syntax';
import { extentAlone } from './extent-alone';
import type { Reported, Reporter } from './reporter';

type Said = Reported<Found>;

/** What has to be done for a pair, in the order of the rules: ask one, or say again what one said, with offsets from the start of the pair. */
type Step = { readonly rule: Rule<'key'> } | { readonly finding: Said };

/** What was said of a table and all in it, with offsets from its start, and the texts of the keys of the runner that were looked at. */
interface KeptTable {
  readonly said: readonly Said[];
  readonly around: ReadonlyMap<string, string | undefined>;
}

/** Enough for what somebody writes in. Of a table each keystroke in it makes another text. */
const MOST_PAIRS = 2_000;
const MOST_TABLES = 200;
/** Longer texts are not kept: to find one again costs as much as it is long. */
const LONGEST_PAIR = 2_000;
const LONGEST_TABLE = 10_000;

export class KeptRules {
  private readonly pairs = new KeptTexts<readonly Step[]>(MOST_PAIRS);
  private readonly tables = new KeptTexts<KeptTable>(MOST_TABLES);

  constructor(private readonly schema: Context['schema']) {}

  isFor({ schema }: Context): boolean {
    return this.schema === schema;
  }

  /** Walks a table of a runner, or says again what was said of its text. */
  table(visit: TableVisit, walk: (visit: TableVisit) => void, reporter: Reporter): void {
    const { document, source, table, runner } = visit;
    const extent = extentAlone(document, table);
    if (!extent || !runner || extent.end - extent.start > LONGEST_TABLE) {
      walk(visit);
      return;
    }
    const place = this.tables.in(visit.path);
    const text = source.text.slice(extent.start, extent.end);
    const known = place.get(text);
    if (known && isSame(known.around, document, runner)) {
      for (const finding of known.said) reporter.add(moved(finding, extent.start));
      return;
    }
    const watch = new Watch();
    const before = reporter.findings.length;
    walk(watchedTable(visit, watch));
    const said = reporter.findings.slice(before);
    // What was said when nothing more was taken in is not known.
    if (watch.hasSeenAll || reporter.isFull || said.some((finding) => !isWithin(finding, extent))) return;
    const around = new Map([...watch.names].map((name) => [name, textOf(document, runner, name)]));
    this.tables.keep(place, text, { said: said.map((finding) => moved(onlySaid(finding), -extent.start)), around });
  }

  /** What shows the keys of a table to rules, or says again what they said of a pair. */
  keysOf({ path }: TableVisit, reporter: Reporter): (visit: KeyVisit, rules: readonly Rule<'key'>[]) => void {
    const known = this.pairs.in(path);
    return (visit, rules) => {
      const pair = pairAlone(visit.member);
      if (!pair || pair.end - pair.start > LONGEST_PAIR) {
        reporter.show(visit, rules);
        return;
      }
      const text = visit.source.text.slice(pair.start, pair.end);
      const steps = known.get(text);
      if (steps) {
        for (const step of steps) {
          if ('rule' in step) reporter.ask(step.rule, visit);
          else reporter.add(moved(step.finding, pair.start));
        }
        return;
      }
      const made = stepsOf(visit, rules, pair.start, reporter);
      if (!reporter.isFull) this.pairs.keep(known, text, made);
    };
  }
}

/** What is kept of texts, by the table that they stand in. */
class KeptTexts<Kept> {
  private readonly places = new Map<string, Map<string, Kept>>();
  private count = 0;

  constructor(private readonly most: number) {}

  /** The texts in a table; `path`: its names from the root. */
  in(path: readonly string[]): Map<string, Kept> {
    const name = path.join('.');
    let place = this.places.get(name);
    if (!place) {
      place = new Map();
      this.places.set(name, place);
    }
    return place;
  }

  keep(place: Map<string, Kept>, text: string, kept: Kept): void {
    if (this.count === this.most) {
      this.count = 0;
      for (const each of this.places.values()) each.clear();
    }
    this.count++;
    place.set(unshared(text), kept);
  }
}

/** The pair that alone makes a key what it is. */
function pairAlone({ pair, keys, node }: Member): KeyValue | undefined {
  return node.type === 'value' && keys.length === 1 && pair?.key.segments.length === 1 ? pair : undefined;
}

/** Whether keys of a runner are what they were. */
function isSame(around: KeptTable['around'], document: ConfigDocument, runner: TableNode): boolean {
  for (const [name, text] of around) if (text === UNKNOWN || textOf(document, runner, name) !== text) return false;
  return true;
}

/** What no text is: there is a key, and its text alone does not tell what it holds. */
const UNKNOWN = '\n';
/** What makes a key of a runner what it is; undefined where it is not there. */
function textOf(document: ConfigDocument, runner: TableNode, name: string): string | undefined {
  const member = memberOf(runner, name);
  if (!member) return undefined;
  const extent = member.node.type === 'table' ? extentAlone(document, member.node) : pairAlone(member);
  return extent ? document.text.slice(extent.start, extent.end) : UNKNOWN;
}

/** Shows a key to rules, and tells what is to be done when it is shown again. */
function stepsOf(key: KeyVisit, rules: readonly Rule<'key'>[], start: number, reporter: Reporter): Step[] {
  const steps: Step[] = [];
  const watch = new Watch();
  const visit = watchedKey(key, watch);
  for (const rule of rules) {
    const before = reporter.findings.length;
    watch.hasSeenAll = false;
    reporter.ask(rule, visit);
    if (watch.hasSeenAll) steps.push({ rule });
    else
      for (const finding of reporter.findings.slice(before)) steps.push({ finding: moved(onlySaid(finding), -start) });
  }
  return steps;
}

class Watch implements Watcher {
  readonly names = new Set<string>();
  hasSeenAll = false;

  sees(name: string): void {
    this.names.add(name);
  }

  seesAll(): void {
    this.hasSeenAll = true;
  }
}

/** The visit of a key that notices who looks at more than its pair. What it hands on is not looked at before. */
function watchedKey(key: KeyVisit, watch: Watch): KeyVisit {
  return {
    source: key.source,
    context: key.context,
    schema: key.schema,
    path: key.path,
    member: key.member,
    key: key.key,
    exact: key.exact,
    get document() {
      watch.seesAll();
      return key.document;
    },
    get table() {
      watch.seesAll();
      return key.table;
    },
    get runner() {
      watch.seesAll();
      return key.runner;
    },
    get around() {
      watch.seesAll();
      return key.around;
    },
  };
}

/** The visit of a table that notices who looks at more than the table. */
function watchedTable(visit: TableVisit, watch: Watch): TableVisit {
  const { document, runner } = visit;
  const around: TableView | undefined = visit.around && watchedTableView(visit.around, watch);
  return {
    source: visit.source,
    context: visit.context,
    table: visit.table,
    schema: visit.schema,
    path: visit.path,
    around,
    get document() {
      watch.seesAll();
      return document;
    },
    get runner() {
      watch.seesAll();
      return runner;
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

function isWithin({ start, end, related = [] }: Said, extent: Span): boolean {
  return [{ start, end }, ...related].every((span) => span.start >= extent.start && span.end <= extent.end);
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
