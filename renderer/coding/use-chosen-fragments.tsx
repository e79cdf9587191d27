import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ExampleKind } from '#shared/codebook/code-depth-contract.ts';
import type { Fragment } from '#shared/coding/coding-contract.ts';
import type { CodeId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { CodePicker, type PickerAnchor } from '../codebook/code-picker.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { fragmentsMeant, fragmentsOf, toggled, withRange, type Chosen } from './chosen-fragments.ts';
import { bulk, ownOf, removeFragments, keepAsExample, type BulkWork } from './fragment-commands.ts';
import type { FragmentLine } from './fragment-groups.ts';
import { FragmentTools } from './fragment-tools.tsx';

interface ChosenFragments {
  readonly chosen: Chosen;
  toggle(fragment: Fragment): void;
  /** Chooses all from one line to another. */
  extend(from: number, to: number): void;
  /** True when the key was one of these tools. */
  onKey(event: KeyboardEvent, list: Element | null): boolean;
  readonly tools: ReactNode;
  readonly picker: ReactNode;
}

interface Asking {
  readonly work: BulkWork;
  readonly own: readonly Fragment[];
  readonly anchor: PickerAnchor;
  /** Where the focus goes afterwards. */
  readonly from: Element;
}

const LABELS = { recode: 'Recode to', copy: 'Code as another code too' } as const;

/** Which fragments of a list are chosen, and what can be done with them. */
export function useChosenFragments(
  lines: readonly FragmentLine[],
  active: number,
  nearMissOf: CodeId | undefined,
): ChosenFragments {
  const [chosen, setChosen] = useState<Chosen>(new Set());
  const [asking, setAsking] = useState<Asking | null>(null);
  const { value: layers = [] } = useLive(() => api.coding.layers({}), ['layer', 'coder'], []);
  const meant = (): readonly Fragment[] => fragmentsMeant(lines, chosen, active);
  // What is gone from the list, recoded or removed, is not chosen any more.
  const present = fragmentsOf(lines).filter(({ id }) => chosen.has(id));
  const clear = (): void => setChosen(new Set());

  const ask = (work: BulkWork, near: Element): void => {
    const own = ownOf(meant(), layers);
    if (own.length === 0) return;
    const { left, top, width, height } = near.getBoundingClientRect();
    setAsking({ work, own, anchor: { left, top, width, height }, from: near });
  };
  const example = (kind: ExampleKind): void => {
    const codeId = kind === 'near miss' ? nearMissOf : undefined;
    keepAsExample(meant(), kind, codeId).catch(reportError);
  };
  const remove = (): void => {
    const own = ownOf(meant(), layers);
    if (own.length > 0) removeFragments(own).then(clear, reportError);
  };

  const onKey = (event: KeyboardEvent, list: Element | null): boolean => {
    const near = list?.querySelector('.fragment[data-active]') ?? list;
    const control = event.ctrlKey || event.metaKey;
    const line = lines[active];
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (control && key === 'a') setChosen(new Set(fragmentsOf(lines).map(({ id }) => id)));
    else if (control || event.altKey) return false;
    else if (key === ' ' && line?.kind === 'fragment') setChosen(toggled(chosen, line.fragment.id));
    else if ((key === 'r' || key === 'c') && near !== null) ask(key === 'r' ? 'recode' : 'copy', near);
    else if (key === 'e' || key === 'n') example(key === 'e' ? 'example' : 'near miss');
    // One key must not remove what only has the cursor.
    else if (key === 'Delete' && present.length > 0) remove();
    else if (key === 'Escape' && present.length > 0) clear();
    else return false;
    return true;
  };

  return {
    chosen,
    toggle: ({ id }) => setChosen(toggled(chosen, id)),
    extend: (from, to) => setChosen(withRange(chosen, lines, from, to)),
    onKey,
    tools: present.length > 0 && (
      <FragmentTools
        chosen={present.length}
        own={present.filter(({ layerId }) => layers.some(({ id, own }) => own && id === layerId)).length}
        onAsk={ask}
        onExample={example}
        onRemove={remove}
        onClear={clear}
      />
    ),
    picker: asking !== null && (
      <CodePicker
        label={LABELS[asking.work]}
        anchor={asking.anchor}
        onPick={(codeId) => void bulk(asking.work, asking.own, codeId).then(clear, reportError)}
        onClose={() => {
          setAsking(null);
          asking.from
            .closest<HTMLElement>('.fragment-list-frame')
            ?.querySelector<HTMLElement>('.fragment-list')
            ?.focus();
        }}
      />
    ),
  };
}
