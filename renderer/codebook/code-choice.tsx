import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { CodeId } from '#shared/ids.ts';
import { Button } from '../ui/button.tsx';
import { CodePickerList } from './code-picker-list.tsx';

interface CodeChoiceProps {
  /** On the button, and read out in the list. */
  readonly label: string;
  readonly icon?: ReactNode;
  readonly onPick: (id: CodeId) => void;
  readonly onCreate?: (name: string) => void;
  readonly isDisabled?: boolean;
}

/** A button that asks for one code. */
export function CodeChoice({ label, icon, onPick, onCreate, isDisabled = false }: CodeChoiceProps) {
  return (
    <DialogTrigger>
      <Button tone="quiet" icon={icon} isDisabled={isDisabled}>
        {label}
      </Button>
      <Popover className="popover code-picker-popover" placement="bottom start">
        <Dialog className="code-picker-dialog" aria-label={label}>
          {({ close }) => (
            <CodePickerList
              label={label}
              onPick={(id) => {
                close();
                onPick(id);
              }}
              {...(onCreate === undefined
                ? {}
                : {
                    onCreate: (name: string) => {
                      close();
                      onCreate(name);
                    },
                  })}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
