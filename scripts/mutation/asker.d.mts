/** See asker.mjs. */
export interface Request {
  readonly mutant?: string;
  readonly tests: readonly { readonly test: string; readonly hits?: number }[];
}

export interface Answer {
  readonly by?: string;
  readonly error?: string;
  readonly over?: 'time' | 'memory' | 'crash';
  readonly reached?: Readonly<Record<string, number>>;
}

export class Asker {
  constructor(bundle: string, folder: string);
  ask(request: Request, milliseconds: (test: string) => number, all: number): Promise<Answer>;
  end(): void;
}
