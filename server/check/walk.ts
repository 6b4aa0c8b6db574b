/** Walks the tables of the model beside the schema and shows each key and table to the rules. */
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import type { Finding } from '../meaning/finding';
import type { KeyVisit, TableVisit } from '../meaning/visit';
import type { Report, Rule } from '../rules/rule';
import type { KeySchema } from '../schema/types';
import type { Member, Node, TableNode } from '../toml/model';

/** Runs the rules over the root table, without what is below `runners`. */
export function checkGlobals(document: ConfigDocument, context: Context, rules: readonly Rule[]): Finding[] {
  const walk = new Walk(document, context, rules, undefined);
  walk.table(document.model.root, context.schema.root, [], (member) => member !== runnersMember(document, context));
  return walk.findings;
}

/** Runs the rules over one element of `[[runners]]`. */
export function checkRunner(
  document: ConfigDocument,
  context: Context,
  rules: readonly Rule[],
  runner: TableNode,
): Finding[] {
  const schema = context.schema.byPath('runners[]');
  if (!schema) return [];
  const walk = new Walk(document, context, rules, runner);
  walk.table(runner, schema, ['runners'], () => true);
  return walk.findings;
}

/** The `runners` of a document, however it is spelled. */
export function runnersMember(document: ConfigDocument, context: Context): Member | undefined {
  const { members } = document.model.root;
  const exact = members.get('runners');
  if (exact) return exact;
  for (const member of members.values()) {
    if (context.schema.find(context.schema.root, member.name)?.schema.path === 'runners[]') return member;
  }
  return undefined;
}

/** The tables that stand for runners: the elements of the array, or the one table of a file that lacks the brackets. */
export function runnerTables(document: ConfigDocument, context: Context): readonly TableNode[] {
  const node = runnersMember(document, context)?.node;
  return node ? elements(node) : [];
}

function elements(node: Node): readonly TableNode[] {
  if (node.type === 'array-of-tables') return node.elements;
  return node.type === 'table' ? [node] : node.tables;
}

class Walk {
  readonly findings: Finding[] = [];
  private readonly report: Report = (finding) => this.findings.push(finding);
  private readonly keyRules: readonly Rule[];
  private readonly tableRules: readonly Rule[];

  constructor(
    private readonly document: ConfigDocument,
    private readonly context: Context,
    rules: readonly Rule[],
    private readonly runner: TableNode | undefined,
  ) {
    this.keyRules = rules.filter((rule) => rule.key);
    this.tableRules = rules.filter((rule) => rule.table);
  }

  table(table: TableNode, schema: KeySchema, path: readonly string[], descend: (member: Member) => boolean): void {
    const { document, context, runner } = this;
    const visit: TableVisit = { document, context, table, schema, path, runner };
    for (const rule of this.tableRules) rule.table?.(visit, this.report);
    for (const member of table.members.values()) {
      const match = context.schema.find(schema, member.name);
      const key = match?.schema;
      const keyVisit: KeyVisit = { ...visit, member, key, exact: match?.exact ?? true };
      for (const rule of this.keyRules) rule.key?.(keyVisit, this.report);
      // What is below an unknown name is unknown for the same reason.
      if (!key || !descend(member)) continue;
      if (key.kind !== 'table' && key.kind !== 'array-of-tables') continue;
      const below = [...path, member.name];
      for (const element of elements(member.node)) this.table(element, key, below, descend);
    }
  }
}
