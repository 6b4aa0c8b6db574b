/** What becomes of a document when it is opened: the policy, free of VS Code. */
import type { ContainerKind } from '../server/containers/kinds';
import { containerOfDocument, isForeignTemplate } from '../server/containers/template-files';
import { TOML_LANGUAGE } from '../server/containers/toml-file/names';
import { LANGUAGE_ID, type Recognition, recognize } from '../server/containers/toml-file/recognition';
import { containerOf, type DocumentKind, kindOf } from './document-kind';

/** The setting `gitlabRunnerConfig.recognition`. */
export type Mode = 'automatic' | 'ask' | 'never';

/** What the user said of one document; nothing said is undefined. */
export type Choice = 'ours' | 'not-ours' | undefined;

/**
 * - `serve`: the server hears of it, its language stays
 * - `switch`: it gets our language, and is served as such
 * - `switch-away`: it has our language and shall not have it
 * - `ask`: it looks like ours, the user decides
 * - `leave`: as if we were not installed
 */
export type Handling = 'serve' | 'switch' | 'switch-away' | 'ask' | 'leave';

export interface Treatment {
  readonly handling: Handling;
  readonly recognition: Recognition;
  /** True when the user's own choice, not the recognition, led here. */
  readonly chosen: boolean;
  /** Undefined: it cannot be recognised, and is here because the user chose. */
  readonly kind: DocumentKind | undefined;
}

export interface OpenedDocument {
  readonly languageId: string;
  readonly path: string;
  readonly text: string;
  /** Another extension serves its language. */
  readonly isOwned: boolean;
  /** The setting is on without which a document of its kind is not read. */
  readonly isTurnedOn?: boolean;
}

/**
 * Decides over a document. A document that another extension owns (TOML, YAML, a template) keeps its language and is
 * served beside that extension; one that nobody owns gets ours, and with it highlighting and snippets.
 */
export function treat(document: OpenedDocument, choice: Choice, mode: Mode): Treatment {
  const { languageId, path, isOwned } = document;
  const named = kindOf(languageId, path);
  const container = containerOf(named) ?? (named && containerOfDocument(path, languageId, document.text));
  const kind = container?.id ?? named;
  const recognition = recognizeAs(container, document);
  const decided = (handling: Handling, chosen = false): Treatment => ({ handling, recognition, chosen, kind });
  const isOurLanguage = languageId === LANGUAGE_ID;
  const accept: Handling = kind && (container || isOwned || isOurLanguage) ? 'serve' : 'switch';

  if (container?.setting && !document.isTurnedOn) return decided('leave');
  if (choice === 'not-ours') return decided(isOurLanguage ? 'switch-away' : 'leave', true);
  if (choice === 'ours') return decided(accept, true);
  if (isOurLanguage) return decided('serve');
  if (recognition.verdict === 'no') return decided('leave');
  // Its own setting is on: that is an answer.
  if (container?.setting) return decided('serve');
  if (mode === 'never') return decided('leave');
  // Of a container only the configuration becomes ours, and whether there is one the server finds out: nothing to ask about.
  const asks = mode === 'ask' && recognition.verdict === 'content' && !container;
  return decided(asks ? 'ask' : accept);
}

const NOT_TOML: Recognition = { verdict: 'no', reason: { id: 'template-of-other' } };

function recognizeAs(container: ContainerKind | undefined, document: OpenedDocument): Recognition {
  if (!container) {
    return isForeignTemplate(document.path, document.text) ? NOT_TOML : recognizeText(document);
  }
  const isRead = container.setting === undefined || document.isTurnedOn === true;
  return isRead && container.mayGet(document.text)
    ? { verdict: 'content', reason: { id: 'may-hold' } }
    : { verdict: 'no', reason: { id: 'nothing' } };
}

/** A file that has our language because of what is in it says what that is: "its language is ours" tells the user nothing. */
function recognizeText(document: OpenedDocument): Recognition {
  const recognition = recognize(document);
  if (recognition.verdict !== 'chosen') return recognition;
  const withoutLanguage = recognize({ ...document, languageId: TOML_LANGUAGE });
  return withoutLanguage.verdict === 'no' ? recognition : { ...recognition, reason: withoutLanguage.reason };
}
