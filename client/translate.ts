/** How a text is said in the user's language. Modules that are tested without VS Code take it as an argument; l10n.ts has the real one. */

type PlaceholderOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never;

/** What goes into the placeholders of a text: nothing when it has none. A missing or misnamed one does not compile. */
type Values<Text extends string> = [PlaceholderOf<Text>] extends [never]
  ? []
  : [Readonly<Record<PlaceholderOf<Text>, string | number>>];

/** Gives an English text, with `{name}` for each value, in the user's language. Whole sentences only: languages differ in their order. */
export type Translate = <Text extends string>(text: Text, ...values: Values<Text>) => string;
