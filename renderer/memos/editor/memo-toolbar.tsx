import { useEffect, useState, type ReactNode } from 'react';
import { AtSign, Bold, Italic, List, ListOrdered, Quote } from 'lucide-react';
import { ToggleButton, Toolbar, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getSelection, $isRangeSelection, FORMAT_TEXT_COMMAND } from 'lexical';
import { spokenShortcut } from '../../actions/shortcuts.ts';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { $formatHere, setBlockFormat, type BlockFormat, type Format } from './block-format.ts';

const PLAIN: Format = { block: 'paragraph', bold: false, italic: false };

const LINES: readonly { readonly value: BlockFormat; readonly label: string }[] = [
  { value: 'paragraph', label: 'Text' },
  { value: 'h1', label: 'Heading 1' },
  { value: 'h2', label: 'Heading 2' },
  { value: 'h3', label: 'Heading 3' },
];

export function MemoToolbar() {
  const [editor] = useLexicalComposerContext();
  const [format, setFormat] = useState(PLAIN);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const here = editorState.read($formatHere);
        if (here !== null) setFormat((before) => (sameFormat(before, here) ? before : here));
      }),
    [editor],
  );
  const toggle = (mark: 'bold' | 'italic'): void => {
    editor.dispatchCommand(FORMAT_TEXT_COMMAND, mark);
    editor.focus();
  };
  const become = (block: BlockFormat): void => {
    setBlockFormat(editor, block);
    editor.focus();
  };
  const isLine = LINES.some(({ value }) => value === format.block);
  return (
    <Toolbar className="memo-toolbar" aria-label="Format">
      <Select
        label="Kind of line"
        hideLabel
        choices={LINES}
        value={isLine ? format.block : null}
        placeholder={format.block === 'quote' ? 'Quotation' : 'List'}
        onChange={become}
      />
      <Mark label="Bold" keys="$mod+b" icon={<Bold />} isOn={format.bold} onToggle={() => toggle('bold')} />
      <Mark
        label="Italic"
        keys="$mod+i"
        icon={<Italic />}
        isOn={format.italic}
        onToggle={() => toggle('italic')}
      />
      <Mark
        label="Bullets"
        keys="$mod+Shift+8"
        icon={<List />}
        isOn={format.block === 'bullets'}
        onToggle={() => become('bullets')}
      />
      <Mark
        label="Numbers"
        keys="$mod+Shift+7"
        icon={<ListOrdered />}
        isOn={format.block === 'numbers'}
        onToggle={() => become('numbers')}
      />
      <Mark
        label="Quotation"
        keys="$mod+Shift+9"
        icon={<Quote />}
        isOn={format.block === 'quote'}
        onToggle={() => become(format.block === 'quote' ? 'paragraph' : 'quote')}
      />
      <IconButton
        label="Link to something of the study (@)"
        icon={<AtSign />}
        onPress={() => {
          editor.focus(() => editor.update($typeAt));
        }}
      />
    </Toolbar>
  );
}

interface MarkProps {
  readonly label: string;
  readonly keys: string;
  readonly icon: ReactNode;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

function Mark({ label, keys, icon, isOn, onToggle }: MarkProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={0}>
      <ToggleButton
        className="icon-button memo-mark"
        aria-label={label}
        isSelected={isOn}
        onChange={onToggle}
      >
        {icon}
      </ToggleButton>
      <Tooltip className="tooltip" offset={4}>
        {label} ({spokenShortcut(keys)})
      </Tooltip>
    </TooltipTrigger>
  );
}

/** Types the sign that opens the menu of links, with a space before it where a word ends. */
function $typeAt(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const before = selection.anchor.getNode().getTextContent().slice(0, selection.anchor.offset);
  selection.insertText(/\S$/.test(before) ? ' @' : '@');
}

function sameFormat(a: Format, b: Format): boolean {
  return a.block === b.block && a.bold === b.bold && a.italic === b.italic;
}
