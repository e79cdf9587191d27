import { useMemo, useState } from 'react';
import { versionLines } from '#shared/corrections/version-lines.ts';
import { Button } from '../ui/button.tsx';

/** What was taken out of a text and put in, line by line; the lines that stayed are folded until they are asked for. */
export function VersionDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const [whole, setWhole] = useState(false);
  const lines = useMemo(() => versionLines(before, after), [before, after]);
  const changed = lines.filter((line) => line.some(({ kind }) => kind !== 'same')).length;
  const shown = whole ? lines : lines.filter((line) => line.some(({ kind }) => kind !== 'same'));
  return (
    <>
      <p className="version-diff-head">
        <span className="muted">
          {changed === 0
            ? 'The two are the same.'
            : changed === 1
              ? '1 line differs.'
              : `${changed} lines differ.`}
        </span>
        <Button onPress={() => setWhole(!whole)}>
          {whole ? 'Only what differs' : 'Show the whole text'}
        </Button>
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the keys can scroll it */}
      <div className="version-diff" tabIndex={0} role="group" aria-label="What differs">
        {shown.map((line, index) => (
          <p key={index}>
            {line.map(({ kind, text }, at) =>
              kind === 'same' ? (
                <span key={at}>{text}</span>
              ) : kind === 'removed' ? (
                <del key={at}>{text}</del>
              ) : (
                <ins key={at}>{text}</ins>
              ),
            )}
          </p>
        ))}
      </div>
    </>
  );
}
