import { Check, ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text, type Key } from 'react-aria-components';

interface MultiChoiceProps<Value extends Key> {
  /** Read out: “Sections”. */
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[];
  /** What none chosen means: “any section”. */
  readonly none: string;
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** Any number out of a list, said in one line: “Anna, Ben ▾”. */
export function MultiChoice<Value extends Key>({
  label,
  choices,
  chosen,
  none,
  onChange,
}: MultiChoiceProps<Value>) {
  // What was chosen and is no longer there is still said, and can be taken out.
  const gone = chosen.filter((value) => choices.every((choice) => choice.value !== value));
  const all = [...choices, ...gone.map((value) => ({ value, label: `${value} (removed)` }))];
  const text = all
    .filter(({ value }) => chosen.includes(value))
    .map((choice) => choice.label)
    .join(', ');
  return (
    <MenuTrigger>
      <Button className="query-choice" aria-label={`${label}: ${text === '' ? none : text}`}>
        <span className={text === '' ? 'muted' : undefined}>{text === '' ? none : text}</span>
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover">
        <Menu
          className="list-box"
          aria-label={label}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            onChange(all.flatMap(({ value }) => (keys === 'all' || keys.has(value) ? [value] : [])))
          }
        >
          {all.map((choice) => (
            <MenuItem
              key={choice.value}
              id={choice.value}
              className="list-box-item query-option"
              textValue={choice.label}
            >
              {({ isSelected }) => (
                <>
                  <Text slot="label">{choice.label}</Text>
                  <Check aria-hidden style={{ visibility: isSelected ? 'visible' : 'hidden' }} />
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
