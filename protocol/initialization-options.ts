/** What a client may ask for when it starts the server. */
export interface InitializationOptions {
  /** The client wants to hear which runners the documents are checked for: target.ts. */
  readonly targetNotifications?: boolean;
}
