/** The visits that a walk begins with. */

import { once } from '../text/once';
import type { Context } from './context';
import type { ConfigDocument } from './document';
import { concurrentOf, labelsOf, runnerFacts } from './runners';
import type { FileVisit, TableVisit } from './visit';

/** The root table of a document. */
export function rootVisit(document: ConfigDocument, context: Context): TableVisit {
  return { document, context, table: document.model.root, schema: context.schema.root, path: [], runner: undefined };
}

/** A document as a whole. Most rules ask for its traits only. */
export function fileVisit(document: ConfigDocument, context: Context): FileVisit {
  const runners = once(() => runnerFacts(document, context));
  return {
    context,
    traits: document.traits,
    get isConditional() {
      return document.templates.some(({ kind }) => kind === 'control');
    },
    get globals() {
      return rootVisit(document, context);
    },
    get labels() {
      return labelsOf(document.model.root);
    },
    get runners() {
      return runners();
    },
    get settings() {
      return runners().map(({ settings }) => settings);
    },
    get concurrent() {
      return concurrentOf(document.model.root);
    },
  };
}
