import type { ImportRow } from './import-store.ts';

const ROLES = {
  interviewer: 'interviewer',
  participant: 'participant',
  other: 'other voice',
  none: '',
} as const;

/** How the text begins, who speaks in it, and its parts: enough to see that it was read rightly. */
export function ImportOpening({
  row,
  knownCodes,
}: {
  readonly row: ImportRow | undefined;
  readonly knownCodes: readonly string[];
}) {
  if (row === undefined || !row.preview.ok) {
    return (
      <div className="import-opening">
        <p className="muted">The opening of the file that is chosen at the left is shown here.</p>
      </div>
    );
  }
  const { fileName, opening, speakers, sections } = row.preview;
  const code = row.participantCode.trim();
  const isKnown = knownCodes.some((known) => known.toLowerCase() === code.toLowerCase());
  return (
    <div className="import-opening" aria-label={`Opening of ${fileName}`} role="region">
      <dl className="import-summary">
        <div>
          <dt>Participant</dt>
          <dd>{code === '' ? 'nobody' : `${code} (${isKnown ? 'known' : 'new'})`}</dd>
        </div>
        <div>
          <dt>Speakers</dt>
          <dd>
            {speakers.length === 0
              ? 'none found'
              : speakers.map(({ label, role }) => `${label} (${ROLES[role]})`).join(', ')}
          </dd>
        </div>
        <div>
          <dt>Sections</dt>
          <dd>{sections.length === 0 ? 'none found' : sections.join(' · ')}</dd>
        </div>
      </dl>
      <pre className="import-text">{opening}</pre>
    </div>
  );
}
