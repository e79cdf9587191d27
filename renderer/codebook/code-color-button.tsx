import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogTrigger,
  ListBox,
  ListBoxItem,
  Popover,
  parseColor,
} from 'react-aria-components';
import { familyOf, palette } from '#shared/codebook/code-colors.ts';
import { codeColor, type Code } from '#shared/codebook/codebook-contract.ts';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { changeCode } from './codebook-actions.ts';
import { useCodebook } from './codebook-store.ts';

/** Shows the colour; pressing it offers the palette, shades of the parent's colour, and any other. */
export function CodeColorButton({ code }: { readonly code: Code }) {
  return (
    <DialogTrigger>
      <Button className="code-color-button" aria-label={`Colour of ${code.name}: ${spoken(code.color)}`}>
        <span style={{ background: code.color }} />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="code-color-dialog" aria-label="Colour">
          {({ close }) => <Choices code={code} onDone={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Choices({ code, onDone }: { readonly code: Code; readonly onDone: () => void }) {
  const parent = useCodebook((state) => (code.parentId === null ? undefined : state.byId.get(code.parentId)));
  const [written, setWritten] = useState(code.color);
  const isColor = codeColor.safeParse(written).success;
  const choose = (color: string): void => {
    changeCode({ id: code.id, color }).catch(reportError);
    onDone();
  };
  return (
    <>
      <Swatches label="Palette" colors={palette} current={code.color} onChoose={choose} />
      {parent !== undefined && (
        <Swatches
          label={`Shades of ${parent.name}`}
          colors={shadesOf(parent.color)}
          current={code.color}
          onChoose={choose}
        />
      )}
      <TextField
        label="Any other"
        value={written}
        onChange={setWritten}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && isColor) choose(written);
        }}
        errorMessage={isColor ? undefined : 'Write it as #rrggbb.'}
      />
    </>
  );
}

interface SwatchesProps {
  readonly label: string;
  readonly colors: readonly string[];
  readonly current: string;
  readonly onChoose: (color: string) => void;
}

function Swatches({ label, colors, current, onChoose }: SwatchesProps) {
  return (
    <div className="code-colors">
      <span className="muted">{label}</span>
      <ListBox
        className="code-color-grid"
        layout="grid"
        aria-label={label}
        selectionMode="single"
        selectedKeys={[current]}
        items={colors.map((color) => ({ id: color }))}
        onAction={(key) => onChoose(String(key))}
        onSelectionChange={(keys) => {
          const [color] = keys === 'all' ? [] : keys;
          if (color !== undefined) onChoose(String(color));
        }}
      >
        {({ id: color }) => (
          <ListBoxItem
            id={color}
            textValue={spoken(color)}
            aria-label={spoken(color)}
            className="code-color-choice"
          >
            <span style={{ background: color }} />
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}

const MOST_SHADES = 24;

/** As many of the family as fit, spread over it from dark to light. */
function shadesOf(color: string): readonly string[] {
  const shades = familyOf(color);
  const step = Math.max(1, Math.floor(shades.length / MOST_SHADES));
  return shades.filter((_, index) => index % step === 0).slice(0, MOST_SHADES);
}

/** “dark vibrant blue” */
function spoken(color: string): string {
  return parseColor(color).getColorName('en-GB');
}
