/** The characters after which an editor should ask for completions without being told to. */
export const completionTriggers: readonly string[] = ['[', '.', '=', '"', "'"];
