/**
 * A table to read in: its keys by name as the runner finds them, ignoring their case, with the place of each value. What is not
 * there, or is of another type, is undefined: rules about types say so.
 */
import type { Span } from '../text/span';
import type { Member, TableNode } from '../toml/model';
import type { ArrayValue, Value } from '../toml/syntax';
import { memberOf } from './members';

/** A value, where it is written and under which name. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
  readonly member: Member;
}

export interface TableView {
  readonly node: TableNode;
  string(name: string): Located<string> | undefined;
  number(name: string): Located<number> | undefined;
  flag(name: string): Located<boolean> | undefined;
  /** The texts of an array; one by one, as each has a place of its own. */
  list(name: string): Located<readonly Located<string>[]> | undefined;
  table(name: string): TableView | undefined;
  /** The tables of a list of tables, by headers or in braces. */
  tables(name: string): readonly TableView[];
  has(name: string): boolean;
}

/** The view of a table. */
export function tableView(node: TableNode): TableView {
  return new View(node);
}

/** Who is told what somebody looks at in a table: the names of keys, or the whole node. */
export interface Watcher {
  sees(name: string): void;
  seesAll(): void;
}

/** The view of a table that tells what is looked at. */
export function watchedTableView(view: TableView, watcher: Watcher): TableView {
  return new WatchedView(view, watcher);
}

abstract class AnyView implements TableView {
  abstract readonly node: TableNode;

  string(name: string): Located<string> | undefined {
    const found = this.value(name);
    return found && textOf(found.value, found.member);
  }

  number(name: string): Located<number> | undefined {
    const { value, member } = this.value(name) ?? {};
    return member && (value?.type === 'integer' || value?.type === 'float')
      ? located(value.value, value, member)
      : undefined;
  }

  flag(name: string): Located<boolean> | undefined {
    const { value, member } = this.value(name) ?? {};
    return member && value?.type === 'boolean' ? located(value.value, value, member) : undefined;
  }

  list(name: string): Located<readonly Located<string>[]> | undefined {
    const { value, member } = this.value(name) ?? {};
    if (!member || value?.type !== 'array') return undefined;
    return located(textsOf(value, member), value, member);
  }

  table(name: string): TableView | undefined {
    const found = this.member(name)?.node;
    return found?.type === 'table' ? tableView(found) : undefined;
  }

  tables(name: string): readonly TableView[] {
    const found = this.member(name)?.node;
    if (found?.type === 'array-of-tables') return found.elements.map(tableView);
    return found?.type === 'value' ? found.tables.map(tableView) : [];
  }

  has(name: string): boolean {
    return this.member(name) !== undefined;
  }

  protected member(name: string): Member | undefined {
    return memberOf(this.node, name);
  }

  private value(name: string): { readonly member: Member; readonly value: Value } | undefined {
    const member = this.member(name);
    return member?.node.type === 'value' ? { member, value: member.node.value } : undefined;
  }
}

class View extends AnyView {
  constructor(readonly node: TableNode) {
    super();
  }
}

class WatchedView extends AnyView {
  constructor(
    private readonly view: TableView,
    private readonly watcher: Watcher,
  ) {
    super();
  }

  get node(): TableNode {
    this.watcher.seesAll();
    return this.view.node;
  }

  protected override member(name: string): Member | undefined {
    this.watcher.sees(name);
    return memberOf(this.view.node, name);
  }
}

/** Lists of so many items are gone through once, however many rules ask for them. */
const LONG_LIST = 100;
const textsOfLong = new WeakMap<ArrayValue, readonly Located<string>[]>();

function textsOf(list: ArrayValue, member: Member): readonly Located<string>[] {
  const known = list.items.length < LONG_LIST ? undefined : textsOfLong.get(list);
  if (known) return known;
  const texts = list.items.flatMap((item) => textOf(item, member) ?? []);
  if (list.items.length >= LONG_LIST) textsOfLong.set(list, texts);
  return texts;
}

function textOf(value: Value, member: Member): Located<string> | undefined {
  return value.type === 'string' ? located(value.value, value, member) : undefined;
}

function located<T>(value: T, { start, end }: Span, member: Member): Located<T> {
  return { value, span: { start, end }, member };
}
