/** The members of a table while the model is built, and after it. */

import type { Member, Members, TableNode, ValueNode } from './model';
import type { KeySegment, KeyValue, Section } from './syntax';

/** A section that can tell the names it defines without making nodes of its pairs. */
export interface SectionOfNames extends Section {
  /** Whether each pair defines one value under a name of its own. */
  readonly isSimple: boolean;
  /** False when none of its pairs has this name. */
  mayDefine(name: string): boolean;
}

export function tellsNames(section: Section): section is SectionOfNames {
  return 'isSimple' in section;
}

/**
 * Members that are added one by one, and those of a section whose pairs wait until somebody asks for a member: a simple
 * section has nothing to say to the model.
 */
export class OpenMembers implements Members {
  /** What was added, while that is little: a map takes the room of four of them. */
  private few: Member[] | undefined;
  private map: Map<string, Member> | undefined;
  private waiting: SectionOfNames | undefined;

  /** Lets the pairs of the section wait; false when they have to be added one by one. */
  wait(section: SectionOfNames): boolean {
    if (this.few || this.map || this.waiting || !section.isSimple) return false;
    this.waiting = section;
    return true;
  }

  get(name: string): Member | undefined {
    if (this.map) return this.map.get(name);
    const member = this.few?.find((other) => other.name === name);
    // Whoever asks for a sub-table while the model is built mostly asks for what is not there.
    return member || !this.waiting?.mayDefine(name) ? member : this.all().get(name);
  }

  get size(): number {
    return this.all().size;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** Adds a member, or puts it in the place of the one of its name. */
  set(member: Member): void {
    if (!this.map && (this.few?.length ?? 0) < FEW && !this.get(member.name)) {
      if (this.few) this.few.push(member);
      else this.few = [member];
    } else this.all().set(member.name, member);
  }

  keys(): Iterable<string> {
    return this.all().keys();
  }

  values(): Iterable<Member> {
    return this.all().values();
  }

  [Symbol.iterator](): Iterator<[string, Member]> {
    return this.all()[Symbol.iterator]();
  }

  private all(): Map<string, Member> {
    if (this.map) return this.map;
    const map = new Map<string, Member>();
    for (const pair of this.waiting?.pairs ?? []) {
      const key = pair.key.segments[0] as KeySegment;
      map.set(key.name, { name: key.name, key, keys: pair.key.segments as KeySegment[], pair, node: valueNode(pair) });
    }
    // What was added since stands after the section's own pairs.
    for (const member of this.few ?? []) map.set(member.name, member);
    this.map = map;
    this.waiting = undefined;
    this.few = undefined;
    return map;
  }
}

const FEW = 8;
const noTables: readonly TableNode[] = [];

function valueNode({ value }: KeyValue): ValueNode {
  return { type: 'value', value, tables: noTables };
}
