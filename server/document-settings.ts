/**
 * The settings of each open document: a folder of a workspace may have its own. A client that can be asked is asked at
 * the opening and after each change; until it answers, and with any other client, what holds for all documents counts.
 */
import { SECTION } from '../protocol/settings';
import { type Complain, defaultSettings, readSettings, type Settings } from './settings';
import { type Message, message } from './text/message';

/** Asks the client for a section of the settings of several documents: one answer for each, in their order. */
export type AskClient = (items: { scopeUri: string; section: string }[]) => Promise<readonly unknown[]>;

export class DocumentSettings {
  private shared = defaultSettings;
  private readonly own = new Map<string, Settings>();
  /** The last question about each document: an answer to one before it, or about a document that was closed since, is late. */
  private readonly asked = new Map<string, object>();
  /** Every document of a folder has the same mistake; it is said once. */
  private readonly said = new Set<string>();

  constructor(
    private readonly ask: AskClient,
    private readonly log: Complain,
  ) {}

  of(uri: string): Settings {
    return this.own.get(uri) ?? this.shared;
  }

  /** Asks the client anew. The answer names the documents whose settings are others now. */
  async pull(uris: readonly string[]): Promise<string[]> {
    if (uris.length === 0) return [];
    const question = {};
    for (const uri of uris) this.asked.set(uri, question);
    try {
      const answers = await this.ask(uris.map((uri) => ({ scopeUri: uri, section: SECTION })));
      return uris.filter((uri, index) => this.asked.get(uri) === question && this.set(uri, answers[index]));
    } catch (error) {
      this.complain(message('settings.unreadable', { error: String(error) }));
      return [];
    }
  }

  /** Takes the settings that a client sent on its own, for all documents. */
  push(raw: unknown): void {
    this.said.clear();
    this.shared = readSettings(raw, this.shared, (complaint) => this.complain(complaint));
  }

  /** The user changed something: what was complained about before may be said again. */
  changed(): void {
    this.said.clear();
  }

  forget(uri: string): void {
    this.own.delete(uri);
    this.asked.delete(uri);
  }

  private set(uri: string, raw: unknown): boolean {
    const before = this.of(uri);
    const after = readSettings(raw, before, (complaint) => this.complain(complaint));
    this.own.set(uri, after);
    return JSON.stringify(after) !== JSON.stringify(before);
  }

  private complain(complaint: Message): void {
    const key = JSON.stringify(complaint);
    if (this.said.has(key)) return;
    this.said.add(key);
    this.log(complaint);
  }
}
