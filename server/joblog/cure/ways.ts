/** The ways to the same end among the edits of an error: for each executor that it may have come up with, the best one first. */
import { familyOf } from '../families';
import type { Edit } from '../types';

export interface Way {
  /** The executors that it is for; undefined where all of the ways are for the same. */
  readonly family: string | undefined;
  /** Which way it is, from 1. */
  readonly choice: number;
  readonly edits: readonly Edit[];
}

/** The ways, those for one executor together. */
export function waysOf(edits: readonly Edit[]): Way[] {
  return familiesIn(edits).flatMap((family) => {
    const own = edits.filter((edit) => family === undefined || [undefined, family].includes(familyOf(edit)));
    const choices = [...new Set(own.map(choiceOf))].sort((one, other) => one - other);
    return choices.map((choice) => ({ family, choice, edits: own.filter((edit) => choiceOf(edit) === choice) }));
  });
}

/** The families that edits are for, where those are several; one that is not named else. */
function familiesIn(edits: readonly Edit[]): readonly (string | undefined)[] {
  const families = new Set(edits.flatMap((edit) => familyOf(edit) ?? []));
  return families.size > 1 ? [...families] : [undefined];
}

/** What tells an edit of an error from its others: which way it is of, and for which executor. */
export function markOf(edit: Edit, edits: readonly Edit[]): { executor?: string; choice?: number } {
  const executor = familiesIn(edits).length > 1 ? familyOf(edit) : undefined;
  const isOfSeveral = edits.some((each) => choiceOf(each) !== choiceOf(edit));
  return { ...(executor !== undefined && { executor }), ...(isOfSeveral && { choice: choiceOf(edit) }) };
}

const choiceOf = ({ choice = 1 }: Edit) => choice;
