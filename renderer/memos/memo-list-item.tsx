import { kindNames, type About } from '#shared/memos/linked-things.ts';
import type { MemoListItem } from '#shared/memos/memos-contract.ts';
import { KindIcon } from './kind-icon.tsx';
import { shortDate } from './memo-date.ts';
import { kindOfMemo } from './memo-labels.ts';

/** What a list says of a memo. `hidesAbout` where the whole list is about one thing. */
export function MemoSummary({
  memo,
  hidesAbout = false,
}: {
  readonly memo: MemoListItem;
  readonly hidesAbout?: boolean;
}) {
  return (
    <div className="memo-item">
      <div className="memo-item-top">
        <strong>{memo.heading}</strong>
        <time dateTime={memo.updatedAt}>{shortDate(memo.updatedAt)}</time>
      </div>
      <div className="memo-item-facts">
        <span>{kindOfMemo(memo)}</span>
        {!memo.own && <span>{memo.authorName}</span>}
        {!hidesAbout && <AboutName about={memo.about} />}
      </div>
      {memo.excerpt !== '' && <p className="memo-item-excerpt">{memo.excerpt}</p>}
    </div>
  );
}

export function AboutName({ about }: { readonly about: About }) {
  if (about.state === 'study') return <span className="memo-about">The study</span>;
  const { kind, name } = about.state === 'there' ? about.thing : about;
  return (
    <span
      className="memo-about"
      title={kindNames[kind]}
      data-removed={about.state === 'removed' || undefined}
    >
      <KindIcon kind={kind} />
      <span>{name}</span>
      {about.state === 'removed' && ' (removed)'}
    </span>
  );
}
