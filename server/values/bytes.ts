/** Numbers of bytes in words: `128 MiB (134,217,728 bytes)`. */
import { type Message, message } from '../text/message';

const units = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

/** Bytes in the largest unit that they fill, and exactly. */
export function sayBytes(bytes: number): Message {
  const power = Math.min(units.length, Math.floor(Math.log(Math.abs(bytes)) / Math.log(1024)));
  const unit = units[power - 1];
  if (unit === undefined) return message('size.bytes', { bytes });
  const exact = bytes / 1024 ** power;
  const amount = Math.round(exact * 10) / 10;
  return message(amount === exact ? 'size.exact' : 'size.about', { amount, unit, bytes });
}
