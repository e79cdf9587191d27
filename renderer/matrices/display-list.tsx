import { ListBox, ListBoxItem } from 'react-aria-components';
import { displays, type Display } from '#shared/matrices/displays.ts';

interface DisplayListProps {
  readonly chosen: Display;
  readonly onChoose: (display: Display) => void;
}

/** The ready displays, each with what it is for. */
export function DisplayList({ chosen, onChoose }: DisplayListProps) {
  return (
    <ListBox
      className="matrix-displays"
      aria-label="Display"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen.id]}
      onSelectionChange={(keys) => {
        const display = displays.find(({ id }) => keys !== 'all' && keys.has(id));
        if (display !== undefined) onChoose(display);
      }}
      items={displays}
    >
      {({ name, purpose }) => (
        <ListBoxItem className="matrix-display" textValue={name}>
          {/* One name for both: what is read out is what is seen. */}
          <span>{name}</span> <span className="muted">{purpose}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
