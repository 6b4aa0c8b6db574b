/** A date that was made unreadable before a file was shown is no fault of the file; one with a slip of the finger is. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { counted } from '../../counted';
import { briefReportOf } from '../findings';

const runner = (date: string) => `[[runners]]\n  token_obtained_at = ${date}\n`;

it('is a hint where both letters are others, or one and some of the numbers', () => {
  for (const date of counted([
    '3492-83-80I82:17:78S',
    '0170-98-56Y34:83:37M',
    '2024-01-31A08:30:00A',
    '0125-23-57T86:57:30G',
    '1960-69-23S30:37:83Z',
  ]))
    assert.deepEqual(briefReportOf(runner(date)), [`2 hint bad-date «${date}»`], date);
});

it('is an error where one is right, or the numbers alone are wrong', () => {
  const wrong = [
    '2024-13-31T08:30:00Z',
    '2024-01-31X08:30:00Z',
    '2024-01-31T08:30:00X',
    '2024-13-31T08:30:00X',
    '2024-13-45T99:99:99Z',
    '2024-01-31X08:30Y',
    '2024-01-3IT08:30:00Z',
    '3492-83-80I82:17:78Sx',
    '2024-3492-83-80I82:17:78S',
    '3492-83-80I82:17:78S-1',
  ];
  for (const date of counted(wrong))
    assert.deepEqual(briefReportOf(runner(date)), [`2 error bad-date «${date}»`], date);
});
