import { useContext } from 'react';
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import type { NodeKey } from 'lexical';
import { kindNames } from '#shared/memos/linked-things.ts';
import type { TextLink } from '#shared/memos/rich-text.ts';
import { KindIcon } from '../kind-icon.tsx';
import { LinkedNamesContext } from './linked-names.ts';

interface ThingLinkProps {
  readonly nodeKey: NodeKey;
  readonly link: Pick<TextLink, 'kind' | 'uid' | 'name'>;
}

/** Shows the present name; a click, or Enter when the caret is on it, goes there. */
export function ThingLink({ nodeKey, link }: ThingLinkProps) {
  const { things, removed, open } = useContext(LinkedNamesContext);
  const [isSelected] = useLexicalNodeSelection(nodeKey);
  const thing = things.get(link.uid);
  const isRemoved = removed.has(link.uid);
  const name = thing?.name ?? removed.get(link.uid) ?? link.name;
  const go = (): void => {
    if (thing !== undefined) open(thing);
  };
  return (
    <span
      className="thing-link"
      role="link"
      tabIndex={-1}
      aria-disabled={isRemoved || undefined}
      data-selected={isSelected || undefined}
      data-removed={isRemoved || undefined}
      title={`${kindNames[link.kind]}: ${name}${isRemoved ? ' (removed)' : ''}`}
      onClick={go}
      onKeyDown={(event) => {
        if (event.key === 'Enter') go();
      }}
    >
      <KindIcon kind={link.kind} />
      {name}
      {isRemoved && ' (removed)'}
    </span>
  );
}
