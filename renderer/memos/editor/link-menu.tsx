import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  LexicalTypeaheadMenuPlugin,
  MenuOption,
  useBasicTypeaheadTriggerMatch,
} from '@lexical/react/LexicalTypeaheadMenuPlugin';
import { $createTextNode, type TextNode } from 'lexical';
import { kindNames, type Thing } from '#shared/memos/linked-things.ts';
import { api } from '../../api/api.ts';
import { reportError } from '../../ui/toasts-store.ts';
import { KindIcon } from '../kind-icon.tsx';
import { $createThingLinkNode } from './thing-link-node.tsx';

class ThingOption extends MenuOption {
  readonly thing: Thing;

  constructor(thing: Thing) {
    super(thing.uid);
    this.thing = thing;
  }
}

/** `@` and a few letters: the things of the study that can be linked to. `onLinked` tells which one was chosen. */
export function LinkMenu({ onLinked }: { readonly onLinked: (thing: Thing) => void }) {
  const [editor] = useLexicalComposerContext();
  const [query, setQuery] = useState<string | null>(null);
  const options = useOptions(query);
  const trigger = useBasicTypeaheadTriggerMatch('@', { minLength: 0, maxLength: 60, allowWhitespace: true });

  const insert = (option: ThingOption, typed: TextNode | null, close: () => void): void => {
    editor.update(() => {
      const link = $createThingLinkNode(option.thing);
      const space = $createTextNode(' ');
      typed?.replace(link);
      link.insertAfter(space);
      space.selectEnd();
      close();
    });
    onLinked(option.thing);
  };

  return (
    <LexicalTypeaheadMenuPlugin<ThingOption>
      onQueryChange={setQuery}
      onSelectOption={insert}
      triggerFn={trigger}
      options={options}
      menuRenderFn={(anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
        anchor.current === null || options.length === 0
          ? null
          : createPortal(
              <div className="link-menu popover list-box" role="presentation">
                {options.map((option, index) => (
                  <button
                    type="button"
                    key={option.key}
                    id={`typeahead-item-${index}`}
                    ref={(element) => option.setRefElement(element)}
                    className="list-box-item link-menu-item"
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === selectedIndex}
                    data-focused={index === selectedIndex || undefined}
                    // Not `enter`: the menu may open under a pointer that rests.
                    onMouseMove={() => setHighlightedIndex(index)}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => selectOptionAndCleanUp(option)}
                  >
                    <KindIcon kind={option.thing.kind} />
                    <span className="link-menu-name">{option.thing.name}</span>
                    <span className="link-menu-kind">{kindNames[option.thing.kind]}</span>
                  </button>
                ))}
              </div>,
              anchor.current,
            )
      }
    />
  );
}

const NONE: ThingOption[] = [];

/** The answers to the latest question; those to an older one that come late are ignored. */
function useOptions(query: string | null): ThingOption[] {
  const [found, setFound] = useState<ThingOption[]>([]);
  useEffect(() => {
    if (query === null) return undefined;
    let isLatest = true;
    api.memos.linkable({ query: query.slice(0, 200), limit: 8 }).then((things) => {
      if (isLatest) setFound(things.map((thing) => new ThingOption(thing)));
    }, reportError);
    return () => {
      isLatest = false;
    };
  }, [query]);
  return query === null ? NONE : found;
}
