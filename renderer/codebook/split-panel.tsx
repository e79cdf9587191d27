import { useEffect, useRef, type KeyboardEvent } from 'react';
import { BookOpen, Plus, X } from 'lucide-react';
import type { CodeId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { CodeChoice } from './code-choice.tsx';
import { CodeSwatch } from './code-swatch.tsx';
import { closeCodebookAside, createCode } from './codebook-actions.ts';
import { useCodebook } from './codebook-store.ts';
import type { ShowCoding } from './show-coding.ts';

interface SplitPanelProps {
  readonly id: CodeId;
  /** Called with the fragment that is asked about, whenever it is another one: to show it in its text. */
  readonly onFragment?: ShowCoding;
  /** To a place where the fragment can be read in its text; left out where one is there already. */
  readonly onRead?: ShowCoding;
}

/** Walks through the own fragments of a code: 1 to 9 sort the one shown, 0 keeps it. Closing it loses nothing. */
export function SplitPanel({ id, onFragment, onRead }: SplitPanelProps) {
  const byId = useCodebook((state) => state.byId);
  const frame = useRef<HTMLDivElement>(null);
  const { value } = useLive(
    () => api.codebook.split({ id }),
    ['coding', 'coding_review', 'split_target', 'code'],
    [id],
  );
  const sorting = useRef(false);
  const code = byId.get(id);
  const asked = value?.left[0];
  const isThere = value !== undefined;
  const askedId = asked?.codingId;
  useEffect(() => {
    if (isThere) frame.current?.focus({ preventScroll: true });
  }, [isThere]);
  useEffect(() => {
    if (asked !== undefined) onFragment?.(asked);
    // Asked again only about another fragment: reading further must not be pulled back.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [askedId]);
  if (code === undefined || value === undefined) return null;
  const { targets, left, kept } = value;
  const [current] = left;

  const setTargets = (next: readonly CodeId[]): void => {
    api.codebook.setSplitTargets({ id, targets: [...next] }).catch(reportError);
    frame.current?.focus();
  };
  const sort = (into: CodeId | null): void => {
    // A key that repeats must not sort the next fragment unseen.
    if (current === undefined || sorting.current) return;
    sorting.current = true;
    api.codebook
      .sortFragment({ codingId: current.codingId, into })
      .catch(reportError)
      .finally(() => {
        sorting.current = false;
      });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = targets[Number(event.key) - 1];
    if (event.key === '0') sort(null);
    else if (/^[1-9]$/.test(event.key) && target !== undefined) sort(target);
    else return;
    event.preventDefault();
  };
  const addNew = (name: string): void => {
    createCode({ name, parentId: code.parentId }).then((made) => setTargets([...targets, made]), reportError);
  };

  return (
    <SidePanel
      title={`Split “${code.name}”`}
      onClose={closeCodebookAside}
      footer={
        <>
          <span className="split-progress muted" aria-live="polite">
            {left.length === 1 ? '1 fragment' : `${left.length} fragments`} to sort
            {kept > 0 && `, ${kept} kept`}
          </span>
          <Button onPress={closeCodebookAside}>Done for now</Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the whole group; each has a button too */}
      <div
        className="split"
        ref={frame}
        tabIndex={-1}
        data-keeps-focus
        onKeyDown={onKeyDown}
        role="group"
        aria-label="Sort fragments"
      >
        {current === undefined ? (
          <p>{kept > 0 ? 'Every fragment of yours is sorted.' : 'No fragment of yours has this code.'}</p>
        ) : (
          <figure className="split-fragment" key={current.codingId}>
            <figcaption className="muted">{current.source}</figcaption>
            <blockquote>{current.quotation}</blockquote>
            {onRead !== undefined && (
              <Button tone="quiet" icon={<BookOpen />} onPress={() => onRead(current)}>
                Read it in the text
              </Button>
            )}
          </figure>
        )}
        <ol className="split-targets" aria-label="Sort into">
          {targets.map((target, index) => (
            <li key={target}>
              <button
                type="button"
                className="split-target"
                disabled={current === undefined}
                onClick={() => sort(target)}
              >
                <kbd>{index + 1}</kbd>
                <CodeSwatch color={byId.get(target)?.color ?? 'transparent'} />
                {byId.get(target)?.name}
              </button>
              <IconButton
                label={`Take ${byId.get(target)?.name ?? 'this code'} off the keys`}
                icon={<X />}
                onPress={() => setTargets(targets.filter((other) => other !== target))}
              />
            </li>
          ))}
          <li>
            <button
              type="button"
              className="split-target"
              disabled={current === undefined}
              onClick={() => sort(null)}
            >
              <kbd>0</kbd>
              <CodeSwatch color={code.color} />
              Stays “{code.name}”
            </button>
          </li>
        </ol>
        <CodeChoice
          label="Add a code to sort into"
          icon={<Plus />}
          isDisabled={targets.length >= 9}
          onPick={(target) => {
            if (target !== id && !targets.includes(target)) setTargets([...targets, target]);
          }}
          onCreate={addNew}
        />
        <p className="muted">
          Each key is one step of undo. What is sorted stays sorted when you close this; go on at any time.
        </p>
      </div>
    </SidePanel>
  );
}
