/** Walks the tables of the model beside the schema and shows each key, table and runner to the rules. */
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import type { Finding } from '../meaning/finding';
import { elementsOf, runnersMember } from '../meaning/runners';
import type { KeyVisit, TableVisit } from '../meaning/visit';
import { rootVisit, runnerVisit } from '../meaning/visits';
import { rules } from '../rules/all';
import type { KeySchema } from '../schema/types';
import type { Member, TableNode } from '../toml/model';
import type { KeptRules } from './kept-rules';
import { Reporter } from './reporter';
import { rulesFor } from './rules-for';

const keyRulesAt = rulesFor(rules.filter((rule) => rule.scope === 'key'));
const tableRulesAt = rulesFor(rules.filter((rule) => rule.scope === 'table'));
const runnerRules = rules.filter((rule) => rule.scope === 'runner');

/** What the rules say of the root table, without what is below `runners`. */
export function checkGlobals(document: ConfigDocument, context: Context, kept?: KeptRules): Finding[] {
  const runners = runnersMember(document, context);
  const walk = new Walk((member) => member !== runners, kept);
  walk.table(rootVisit(document, context));
  return walk.reporter.findings;
}

/** What the rules say of one element of `[[runners]]`. */
export function checkRunner(
  document: ConfigDocument,
  context: Context,
  runner: TableNode,
  kept?: KeptRules,
): Finding[] {
  const schema = context.schema.byPath('runners[]') as KeySchema;
  const walk = new Walk(() => true, kept);
  const visit = runnerVisit(document, context, schema, runner);
  walk.reporter.show(visit, runnerRules);
  walk.table(visit);
  return walk.reporter.findings;
}

class Walk {
  readonly reporter = new Reporter();

  /** `kept`: what is known of pairs and tables, where a block is checked. */
  constructor(
    private readonly isWalked: (member: Member) => boolean,
    private readonly kept: KeptRules | undefined,
  ) {}

  table(visit: TableVisit): void {
    const { context, table, schema } = visit;
    const { kept, reporter } = this;
    reporter.show(visit, tableRulesAt(schema));
    const showKept = kept?.keysOf(visit, reporter);
    for (const member of table.members.values()) {
      if (this.reporter.isFull) return;
      const match = context.schema.find(schema, member.name);
      const key = match?.schema;
      const keyVisit = keyIn(visit, member, key, match?.exact ?? true);
      if (showKept && key) showKept(keyVisit, keyRulesAt(key));
      else reporter.show(keyVisit, keyRulesAt(key));
      // What is below an unknown name is unknown for the same reason.
      if (key && this.isWalked(member)) this.below(visit, member, key);
    }
  }

  private below(visit: TableVisit, { name, node }: Member, schema: KeySchema): void {
    if (schema.kind !== 'table' && schema.kind !== 'array-of-tables') return;
    const path = [...visit.path, name];
    for (const table of elementsOf(node)) {
      const inside = tableIn(visit, table, schema, path);
      if (this.kept && path.length === OF_RUNNER)
        this.kept.table(inside, (watched) => this.table(watched), this.reporter);
      else this.table(inside);
    }
  }
}

/** Names on the way to a table of a runner. */
const OF_RUNNER = 2;

/** A visit of a key. */
function keyIn(visit: TableVisit, member: Member, key: KeySchema | undefined, exact: boolean): KeyVisit {
  return Object.assign(tableIn(visit, visit.table, visit.schema, visit.path), { member, key, exact });
}

/** A visit of a table in another one. Of what is around it looks at nothing before a rule does: that is noticed, see kept-rules.ts. */
function tableIn(visit: TableVisit, table: TableNode, schema: KeySchema, path: readonly string[]): TableVisit {
  const { source, context } = visit;
  return {
    source,
    context,
    table,
    schema,
    path,
    get document() {
      return visit.document;
    },
    get runner() {
      return visit.runner;
    },
    get around() {
      return visit.around;
    },
  };
}
