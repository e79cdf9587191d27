import { changeSentence, type InputChange } from '#shared/checking/change-sentences.ts';

/** A change in what a cell rests on: what happened, and the words before and after. */
export function ChangeText({ change }: { readonly change: InputChange }) {
  const { title, before, after, about } = changeSentence(change);
  return (
    <>
      {title}
      {about !== undefined && about !== '' && <q className="cell-changes-about">{about}</q>}
      {before !== null && before !== '' && (
        <del>
          <span className="visually-hidden">Before: </span>
          {before}
        </del>
      )}
      {after !== null && after !== '' && (
        <ins>
          <span className="visually-hidden">Now: </span>
          {after}
        </ins>
      )}
    </>
  );
}
