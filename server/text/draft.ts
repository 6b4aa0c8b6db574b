/** A sentence that is not data yet. Transitional: goes with the last one. */
import { type Message, message } from './message';

export const draft = (text: string): Message => message('draft', { text });
