/** The visits that a walk begins with. */
import type { Context } from './context';
import type { ConfigDocument } from './document';
import { labelsOf, runnerFacts } from './runners';
import type { FileVisit, TableVisit } from './visit';

/** The root table of a document. */
export function rootVisit(document: ConfigDocument, context: Context): TableVisit {
  return { document, context, table: document.model.root, schema: context.schema.root, path: [], runner: undefined };
}

/** A document as a whole. Most rules ask for its traits only. */
export function fileVisit(document: ConfigDocument, context: Context): FileVisit {
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
      return runnerFacts(document, context);
    },
  };
}
