/** Masks the parts of a key that a template gives. */
import type { MaskState } from './mask-state';

/** The tokens of a key, `from` up to `to`: each part between dots that holds a tag becomes a bare key as a whole. */
export function maskKey({ tokens, buffer }: MaskState, from: number, to: number): void {
  let start = -1;
  let end = -1;
  let tagged = false;
  let depth = 0;
  const take = (partStart: number, partEnd: number) => {
    if (partStart === partEnd) return;
    if (start < 0) start = partStart;
    end = partEnd;
  };
  const finish = () => {
    if (tagged) buffer.key({ start, end });
    start = -1;
    tagged = false;
  };
  for (const token of tokens.slice(from, to)) {
    const { kind, tag } = token;
    if (kind === 'space') continue;
    if (kind === 'string' && token.inner) buffer.quotedKey(token);
    if (tag) {
      if (tag.role === 'open') depth++;
      if (tag.role === 'close' && depth > 0) depth--;
      tagged = true;
    }
    const plain = (kind === 'bare' || kind === 'placeholder') && depth === 0;
    if (!plain) {
      take(token.start, token.end);
      continue;
    }
    let offset = token.start;
    const parts = buffer.original(token).split('.');
    parts.forEach((part, index) => {
      if (index > 0) finish();
      take(offset, offset + part.length);
      offset += part.length + 1;
    });
  }
  finish();
}
