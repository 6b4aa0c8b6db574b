export interface Host {
  readonly port: number;
  remote(path: string): string;
  address(folder?: string, payload?: string[][]): string;
  log(): string;
  stop(): Promise<void>;
}
export function installHost(progress?: (line: string) => void): void;
export function startHost(options?: {
  extensions?: string[];
  userSettings?: Record<string, unknown>;
  port?: number;
  dataDirectory?: string;
}): Promise<Host>;
