import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { SLACK } from '../slack';

const PATIENCE = 30_000 * SLACK;
/** Widgets fade in, and are measured again when their text has come. */
const SETTLING = 700;

/** Themes of VS Code, and the class that the workbench has with each. */
export const THEMES = {
  light: { setting: 'Default Light Modern', class: 'vs' },
  dark: { setting: 'Default Dark Modern', class: 'vs-dark' },
  'high-contrast': { setting: 'Default High Contrast', class: 'hc-black' },
  'high-contrast-light': { setting: 'Default High Contrast Light', class: 'hc-light' },
} as const;

export type Theme = keyof typeof THEMES;

/** One window of VS Code, as a person sees and uses it. */
export class Workbench {
  /** What the page complained of, for a test that fails. */
  readonly complaints: string[] = [];

  constructor(
    readonly page: Page,
    readonly folder: string,
    private readonly file: string | undefined,
  ) {
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(message.text()));
  }

  async ready(): Promise<void> {
    const shown = this.file ? '.part.editor .view-line' : '.part.statusbar .statusbar-item';
    await this.page.locator(shown).first().waitFor();
  }

  /** Waits until the server has answered for the file: only it explains the header of the runners. The mouse ends in a corner. */
  async served(): Promise<void> {
    const name = this.page.locator('.view-line', { hasText: '[[runners]]' }).getByText('runners').first();
    const explained = this.see('.monaco-hover:not(.hidden)', /documentation/i);
    await this.insist(async () => {
      await this.page.mouse.move(0, 0);
      await name.hover();
      await explained.waitFor({ timeout: 10_000 });
    });
    await this.page.mouse.move(0, 0);
    await explained.waitFor({ state: 'hidden' });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  /** What is there to see by a selector, the first of them. */
  see(selector: string, text?: string | RegExp): Locator {
    return this.page.locator(selector, text === undefined ? {} : { hasText: text }).first();
  }

  async seen(selector: string, text?: string | RegExp): Promise<Locator> {
    const found = this.see(selector, text);
    await found.waitFor();
    return found;
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text, { delay: 50 });
  }

  settle(): Promise<void> {
    return this.page.waitForTimeout(SETTLING);
  }

  /** A key that comes while the editor still takes the document in opens nothing; then it is pressed again. */
  async pressUntil(keys: string | readonly string[], selector: string, text?: string | RegExp): Promise<Locator> {
    const found = this.see(selector, text);
    await this.insist(async () => {
      for (const key of [keys].flat()) await this.press(key);
      await found.waitFor({ timeout: 5_000 });
    });
    return found;
  }

  /** Puts the cursor at a place, both numbers from 1. */
  async goTo(line: number, column: number): Promise<void> {
    // "Go to Line" begins with the colon written.
    await this.pressUntil('Control+g', '.quick-input-widget input');
    await this.page.keyboard.type(`${line}:${column}`);
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.seen('.part.editor .cursor');
  }

  /** Runs a command by its name. */
  run(command: string): Promise<void> {
    return this.pick(() => this.press('F1'), command);
  }

  /** Picks an entry of a list that an act opens. */
  pick(open: () => Promise<void>, entry: string): Promise<void> {
    return this.insist(async () => {
      await open();
      await this.page.locator('.quick-input-widget input').first().waitFor({ timeout: 10_000 });
      await this.page.keyboard.type(entry, { delay: 10 });
      await this.see('.quick-input-list .monaco-list-row.focused', entry).waitFor({ timeout: 10_000 });
      await this.press('Enter');
    });
  }

  /** Makes a configuration for the executor `shell`, from the list of executors that an act opens. */
  newConfiguration(open: () => Promise<void>): Promise<void> {
    return this.insist(async () => {
      await this.pick(open, 'shell');
      await this.shows((text) => text.includes('executor = "shell"'), 'the new configuration', 15_000);
    });
  }

  /**
   * Does something again when it did not come about: a list closes by itself, and a key press goes elsewhere, when
   * something takes the focus while a window is still settling. A person would try once more, too.
   */
  async insist(act: () => Promise<unknown>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await act();
        return;
      } catch (error) {
        if (attempt === 5) throw error;
        await this.press('Escape');
        await this.settle();
      }
    }
  }

  /** The text in the editor, line by line as it is shown; whatever is scrolled away is not in it. */
  lines(): Promise<string[]> {
    return this.page.locator('.part.editor .view-lines .view-line').evaluateAll((lines) =>
      lines
        .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
  }

  /** Waits until the editor shows a text, and says what it shows when it does not. */
  async shows(wanted: (text: string) => boolean, what: string, patience = PATIENCE): Promise<string> {
    let text = '';
    for (const end = Date.now() + patience; Date.now() < end; await this.page.waitForTimeout(100)) {
      text = (await this.lines()).join('\n');
      if (wanted(text)) return text;
    }
    throw new Error(`The editor never showed ${what}. It shows:\n${text}`);
  }

  /** Saves the file and holds what is on disk then against a text. */
  async savesAs(wanted: string): Promise<void> {
    const path = join(this.folder, this.file ?? '');
    await this.press('Control+s');
    for (const end = Date.now() + PATIENCE / 3; Date.now() < end; await this.page.waitForTimeout(100)) {
      if (readFileSync(path, 'utf8') === wanted) return;
    }
    assert.equal(readFileSync(path, 'utf8'), wanted);
  }

  async useTheme(theme: Theme): Promise<void> {
    const settings = join(this.folder, '.vscode', 'settings.json');
    mkdirSync(dirname(settings), { recursive: true });
    const own = existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')) : {};
    writeFileSync(settings, JSON.stringify({ ...own, 'workbench.colorTheme': THEMES[theme].setting }));
    await this.seen(`.monaco-workbench.${THEMES[theme].class}`);
    await this.settle();
  }
}
