import type { ReactNode } from 'react';
import type { ReturnedPreview } from '#shared/read-back/read-back-contract.ts';

/** What is not taken, with its words: so that nobody finds out later that it was left behind. */
export function StrayParts({
  preview: { problems, missing, foreign },
}: {
  readonly preview: ReturnedPreview;
}) {
  const gone = [
    ...(missing.rows.length > 0 ? [`rows ${missing.rows.join(', ')}`] : []),
    ...(missing.columns.length > 0 ? [`columns ${missing.columns.join(', ')}`] : []),
  ];
  return (
    <>
      {problems.length > 0 && (
        <Part title={problems.length === 1 ? 'Cannot be taken' : `${problems.length} cannot be taken`}>
          {[...Map.groupBy(problems, ({ message }) => message)].map(([message, alike]) => (
            <li key={message}>
              {message}
              {alike.map(({ address, text }) => (
                <p key={address} className="returned-text">
                  <span className="muted">{address}</span> {text}
                </p>
              ))}
            </li>
          ))}
        </Part>
      )}
      {foreign.length > 0 && (
        <Part title="Not of this matrix, and left out">
          {foreign.map(({ place, texts }) => (
            <li key={place}>
              <strong>{place}</strong> {texts.join(' · ')}
            </li>
          ))}
        </Part>
      )}
      {gone.length > 0 && (
        <p className="muted">Not in the workbook any more, and left as they are: {gone.join('; ')}.</p>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul className="returned-stray">{children}</ul>
    </section>
  );
}
