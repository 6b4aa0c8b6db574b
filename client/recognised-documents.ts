import {
  Disposable,
  EventEmitter,
  languages,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from 'vscode';
import { SECTION, SETTINGS, settingName } from '../protocol/settings';
import { TOML_LANGUAGE } from '../server/containers/toml-file/names';
import type { Choices } from './choices';
import { containerOf, kindOf } from './document-kind';
import { t } from './l10n';
import { isOwned } from './language-owners';
import { LANGUAGE_ID } from './names';
import { PREVIEW_SCHEME } from './preview-address';
import { reasonText } from './recognition-reason';
import type { ServerSession } from './server-session';
import { type Choice, type Mode, type Treatment, treat } from './treatment';

/** A longer file was not just begun: what it becomes is seen when it is saved. */
const LOOKED_AT = 1_000;

/** Watches the open documents, decides over each once, and carries the decision out. */
export class RecognisedDocuments implements Disposable {
  private readonly treatments = new Map<string, Treatment>();
  private readonly asked = new Set<string>();
  private readonly leftOurLanguage = new Set<string>();
  private readonly declined = new Set<string>();
  private readonly switchedAway = new Set<string>();
  private readonly changed = new EventEmitter<TextDocument>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: Disposable;
  private session: ServerSession | undefined;

  constructor(
    private readonly choices: Choices,
    private readonly ourId: string,
  ) {
    this.subscriptions = Disposable.from(
      this.changed,
      workspace.onDidOpenTextDocument((document) => this.consider(document)),
      // What was empty or another file when it was opened may have become a configuration.
      workspace.onDidSaveTextDocument((document) => this.reconsider(document)),
      workspace.onDidChangeTextDocument((event) => this.look(event)),
      workspace.onDidCloseTextDocument((document) => this.forget(document)),
      workspace.onDidChangeConfiguration((event) => {
        const settings = [settingName('recognition'), settingName('markdown')];
        if (settings.some((name) => event.affectsConfiguration(name))) this.considerAll();
      }),
    );
  }

  /** Begins: documents that are open already are considered, later ones when they open. */
  begin(session: ServerSession): void {
    this.session = session;
    this.considerAll();
  }

  /** What was decided over a document; undefined for one that cannot be ours. */
  treatmentOf(uri: string): Treatment | undefined {
    return this.treatments.get(uri);
  }

  choiceOf(document: TextDocument): Choice {
    return this.choices.of(document.uri.toString());
  }

  isServed(uri: string): boolean {
    return this.treatments.get(uri)?.handling === 'serve';
  }

  /** Remembers what the user wants for a document, and does it. */
  async choose(document: TextDocument, choice: Choice): Promise<void> {
    const uri = document.uri.toString();
    await this.choices.set(uri, choice);
    this.asked.delete(uri);
    this.declined.delete(uri);
    if (choice !== 'not-ours' && this.switchedAway.delete(uri)) {
      // Opening under its new language is what brings it back here.
      await languages.setTextDocumentLanguage(document, LANGUAGE_ID);
    } else {
      this.consider(document);
    }
  }

  /** Looks again at a document whose text has become another than it was when it was opened. */
  reconsider(document: TextDocument): void {
    if (!this.isServed(document.uri.toString())) this.consider(document);
  }

  /** A line that was just ended may have made a configuration of the file, before it is saved. */
  private look({ document, contentChanges }: TextDocumentChangeEvent): void {
    const treatment = this.treatments.get(document.uri.toString());
    if (treatment?.handling !== 'leave' || treatment.chosen || document.lineCount > LOOKED_AT) return;
    if (contentChanges.some(({ text }) => text.includes('\n'))) this.consider(document);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private considerAll(): void {
    for (const document of workspace.textDocuments) this.consider(document);
  }

  private consider(document: TextDocument): void {
    // A preview is ours, and no configuration.
    if (document.uri.scheme === PREVIEW_SCHEME) return;
    const uri = document.uri.toString();
    // "Change Language Mode" away from ours is an answer until the document is closed; switching back would be a fight.
    const owned = isOwned(document.languageId, this.ourId);
    if (this.leftOurLanguage.has(uri) && !owned) this.declined.add(uri);
    const choice = this.declined.has(uri) ? 'not-ours' : this.choices.of(uri);
    const kind = kindOf(document.languageId, document.uri.path);
    if (!choice && !kind) return;

    const settings = workspace.getConfiguration(SECTION, document);
    const mode = settings.get<Mode>(SETTINGS.recognition, 'automatic');
    const setting = containerOf(kind)?.setting;
    const isTurnedOn = setting !== undefined && settings.get<boolean>(SETTINGS[setting], false);
    // Off is the default: then Markdown costs no more than this. It is gone on with when the setting was on before.
    if (setting && !isTurnedOn && !this.treatments.has(uri)) return;
    const opened = {
      languageId: document.languageId,
      path: document.uri.path,
      text: document.getText(),
      isOwned: owned,
      isTurnedOn,
    };
    const treatment = treat(opened, choice, mode);
    this.treatments.set(uri, treatment);
    this.carryOut(document, treatment).catch((error: unknown) => console.error(`${uri}: ${error}`));
    this.changed.fire(document);
  }

  private async carryOut(document: TextDocument, treatment: Treatment): Promise<void> {
    switch (treatment.handling) {
      case 'serve':
        await this.session?.serve(document);
        // Only now can the server be asked about the document.
        this.changed.fire(document);
        return;
      case 'switch':
        await languages.setTextDocumentLanguage(document, LANGUAGE_ID);
        return;
      case 'switch-away': {
        this.switchedAway.add(document.uri.toString());
        const isToml = /\.toml$/i.test(document.uri.path);
        await languages.setTextDocumentLanguage(document, isToml ? TOML_LANGUAGE : 'plaintext');
        return;
      }
      case 'ask':
        await this.session?.leave(document, 'automatic');
        return this.ask(document, treatment);
      case 'leave':
        return this.session?.leave(document, treatment.chosen ? 'not-ours' : 'automatic');
    }
  }

  private async ask(document: TextDocument, treatment: Treatment): Promise<void> {
    const uri = document.uri.toString();
    if (this.asked.has(uri)) return;
    this.asked.add(uri);
    const name = workspace.asRelativePath(document.uri);
    const reason = reasonText(t, treatment.recognition.reason);
    const yes = t('Yes');
    const answer = await window.showInformationMessage(
      t('{name} looks like a GitLab Runner configuration. {reason} Check and complete it as one?', { name, reason }),
      yes,
      t('No'),
    );
    if (answer && !document.isClosed) await this.choose(document, answer === yes ? 'ours' : 'not-ours');
  }

  private forget(document: TextDocument): void {
    const uri = document.uri.toString();
    this.treatments.delete(uri);
    this.declined.delete(uri);
    if (document.languageId !== LANGUAGE_ID) return;
    // A change of language is a close and an open in one turn; a later open is a new one.
    this.leftOurLanguage.add(uri);
    setTimeout(() => this.leftOurLanguage.delete(uri), 0);
  }
}
