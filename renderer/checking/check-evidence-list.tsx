import type { CheckEvidence } from '#shared/checking/check-item.ts';

const STANCES = { supports: 'Supports', qualifies: 'Qualifies', contradicts: 'Contradicts' } as const;

interface CheckEvidenceListProps {
  readonly evidence: readonly CheckEvidence[];
  readonly fragments: number;
}

/** The fragments with the words around them, before anything that somebody made of them. */
export function CheckEvidenceList({ evidence, fragments }: CheckEvidenceListProps) {
  const chosen = evidence.filter(({ stance }) => stance !== null).length;
  return (
    <section className="check-section" aria-label="Evidence">
      <h3>
        {fragments === 1 ? '1 fragment' : `${fragments.toLocaleString()} fragments`}
        {chosen > 0 && <span className="muted"> · {chosen} named as evidence</span>}
      </h3>
      {evidence.length === 0 && (
        <p className="muted">
          Nothing is coded here: the summary says what was not said, or rests on other cells.
        </p>
      )}
      <ol className="check-evidence">
        {evidence.map((one) => (
          <li key={one.uid} data-stance={one.stance ?? undefined}>
            <p className="check-evidence-source muted">
              {placeOf(one)}
              {one.stance !== null && <strong>{STANCES[one.stance]}</strong>}
            </p>
            <blockquote>
              <span className="muted">{shortBefore(one.before)}</span>
              <mark>{one.quotation}</mark>
              <span className="muted">{shortAfter(one.after)}</span>
            </blockquote>
            {one.translation !== '' && <p className="check-translation">{one.translation}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** So much around the words is worth reading; what was asked is worth more. */
const AROUND = 110;

function shortBefore(text: string): string {
  if (text.length <= AROUND) return text;
  const question = text.indexOf('\n', text.length - AROUND);
  const from = question === -1 ? text.indexOf(' ', text.length - AROUND) : question;
  return `…${text.slice(Math.max(from, 0)).trimStart()}`;
}

function shortAfter(text: string): string {
  const end = text.indexOf('\n');
  const line = end === -1 ? text : text.slice(0, end);
  if (line.length <= AROUND) return end === -1 ? `${line}…` : line;
  return `${line.slice(0, line.lastIndexOf(' ', AROUND))}…`;
}

/** Whose words, under which code and pole. Whoever speaks in an interview is usually who it is with. */
function placeOf({ source, speaker, code, pole }: CheckEvidence): string {
  return [source, speaker === source ? null : speaker, code, pole].filter(Boolean).join(' · ');
}
