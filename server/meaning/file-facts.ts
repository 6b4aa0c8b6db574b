/**
 * What rules about a whole file read of it: a few facts of its globals and of each runner. They hold no node, since a runner is checked
 * alone and its tree is not kept; and what is told apart from where it stands, since most edits move places and change no fact.
 */
import type { Span } from '../text/span';
import type { TableNode } from '../toml/model';
import type { Alike } from './alike';
import type { Context } from './context';
import type { ConfigDocument } from './document';
import { elementsOf, runnersMembers } from './runners';
import { type Facts, globalFacts, likeRunnerFacts, runnerFacts } from './setting-facts';
import type { FileVisit, GlobalSettings, Place, PlaceName, RunnerSettings, TableVisit } from './visit';
import { rootVisit } from './visits';

/** The facts of a block, or of a text that is read as a whole. */
export interface PartFacts {
  /** None of a runner. */
  readonly globals: Facts<GlobalSettings> | undefined;
  /** In the order of the text; those of another spelling as well. */
  readonly runners: readonly Facts<RunnerSettings>[];
}

export function partFacts(document: ConfigDocument, context: Context, hasGlobals: boolean): PartFacts {
  return {
    globals: hasGlobals ? globalFacts(document.model.root) : undefined,
    runners: runnersMembers(document, context).flatMap((member) =>
      elementsOf(member.node).map((table: TableNode, index) => runnerFacts(table, member, index === 0)),
    ),
  };
}

/** The facts of a block that is like another one. */
export function likePartFacts({ runners }: PartFacts, alike: Alike): PartFacts {
  return { globals: undefined, runners: runners.map((runner) => likeRunnerFacts(runner, alike)) };
}

/** All runners: what is known of each, and the part that it is in. */
interface Collected {
  readonly runners: Facts<RunnerSettings>[];
  readonly settings: RunnerSettings[];
  readonly parts: number[];
}

/** The facts of a file by number and name. What is put together of all runners is, when somebody asks. */
export class FileFacts {
  private all: Collected | undefined;

  /** `startOf`: where a part stands. */
  constructor(
    private readonly parts: readonly PartFacts[],
    private readonly startOf: (part: number) => number,
  ) {}

  get globals(): GlobalSettings {
    return this.parts[0]?.globals?.settings ?? {};
  }

  get settings(): readonly RunnerSettings[] {
    return this.collected.settings;
  }

  /** The part that something is in; undefined where there is no such runner. */
  partOf({ runner }: PlaceName): number | undefined {
    return runner === undefined ? 0 : this.collected.parts[runner];
  }

  /** Where something stands in its part; undefined where it is not set. */
  spanInPart({ runner, key }: PlaceName): Span | undefined {
    if (runner === undefined) return this.parts[0]?.globals?.places[key as keyof GlobalSettings];
    return this.collected.runners[runner]?.places[key as keyof RunnerSettings];
  }

  place(of: PlaceName): Place | undefined {
    const span = this.spanInPart(of);
    const by = this.startOf(this.partOf(of) ?? 0);
    return span && { start: span.start + by, end: span.end + by, of };
  }

  /** A loop: of a thousand runners `flatMap` takes as long as the rest of a keystroke. */
  private get collected() {
    if (!this.all) {
      this.all = { runners: [], settings: [], parts: [] };
      for (const [part, { runners }] of this.parts.entries()) {
        for (const runner of runners) {
          this.all.runners.push(runner);
          this.all.settings.push(runner.settings);
          this.all.parts.push(part);
        }
      }
    }
    return this.all;
  }
}

/** A file as rules see it. */
export function visitOf(
  facts: FileFacts,
  {
    traits,
    context,
    isConditional,
    root,
  }: Pick<FileVisit, 'traits' | 'context' | 'isConditional'> & { root(): TableVisit | undefined },
): FileVisit {
  return {
    context,
    traits,
    isConditional,
    get root() {
      return root();
    },
    get settings() {
      return facts.settings;
    },
    get globals() {
      return facts.globals;
    },
    place: (key, runner) => facts.place({ key, runner }),
  };
}

/** A document as a whole. */
export function fileVisit(document: ConfigDocument, context: Context): FileVisit {
  const facts = new FileFacts([partFacts(document, context, true)], () => 0);
  const isConditional = document.templates.some(({ kind }) => kind === 'control');
  return visitOf(facts, { traits: document.traits, context, isConditional, root: () => rootVisit(document, context) });
}
