/** What a client may ask for when it starts the server. */
export interface InitializationOptions {
  /** The client wants to hear which runners the documents are checked for: target.ts. */
  readonly targetNotifications?: boolean;
  /** The client has the command of fix-report.ts. */
  readonly fixReports?: boolean;
  /** The client shows the pages of rule-pages.ts: codes of diagnostics lead there, not to the runner's documentation. */
  readonly rulePages?: boolean;
  /**
   * The language of the fences around examples. Where nobody says one it is `toml`, which Neovim colours by its parser or syntax of
   * that name and Emacs by toml-mode or toml-ts-mode (`ini` has neither in Emacs). VS Code itself has no grammar of TOML, only the
   * name that we contribute: its client names the language of our own grammar.
   */
  readonly exampleLanguage?: string;
}
