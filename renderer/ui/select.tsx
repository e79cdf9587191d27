import { ChevronDown } from 'lucide-react';
import type { Key } from 'react-aria-components';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';

export interface Choice<Value extends Key> {
  readonly value: Value;
  readonly label: string;
}

interface SelectProps<Value extends Key> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

export function Select<Value extends Key>({
  label,
  hideLabel = false,
  choices,
  value,
  onChange,
  placeholder = 'Choose',
  isDisabled = false,
  autoFocus = false,
}: SelectProps<Value>) {
  return (
    <AriaSelect
      className="select"
      value={value}
      placeholder={placeholder}
      isDisabled={isDisabled}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one question of a dialog
      autoFocus={autoFocus}
      // The keys of the list are the choices' values, so what comes back is one of them.
      onChange={(key) => key !== null && onChange(key as Value)}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label>{label}</Label>}
      <Button className="select-button">
        <SelectValue />
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="list-box" items={choices.map((choice) => ({ ...choice, id: choice.value }))}>
          {(choice) => <ListBoxItem className="list-box-item">{choice.label}</ListBoxItem>}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
