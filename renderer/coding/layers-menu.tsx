import { Check, Layers } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import type { LayerId } from '#shared/ids.ts';
import { Button } from '../ui/button.tsx';
import { useCoding } from './coding-store.ts';

/** Whose codings are shown. One's own can be changed; those of others can be read. */
export function LayersMenu() {
  const layers = useCoding((state) => state.layers);
  const shownLayers = useCoding((state) => state.shownLayers);
  const shown = layers.filter(({ id }) => shownLayers.has(id));
  const onlyOwn = shown.length === 1 && shown[0]?.own === true;
  const label = onlyOwn
    ? 'My codings'
    : shown.length === 0
      ? 'No codings'
      : shown.map(({ name }) => name).join(', ');
  return (
    <MenuTrigger>
      <Button icon={<Layers />} aria-label={`Codings shown: ${label}`}>
        <span className="layers-label">{label}</span>
      </Button>
      <Popover className="popover">
        <Menu
          className="list-box"
          aria-label="Whose codings are shown"
          selectionMode="multiple"
          selectedKeys={shownLayers}
          onSelectionChange={(keys) => {
            // The keys of this menu are the ids of the layers.
            const next = keys === 'all' ? layers.map(({ id }) => id) : [...keys].map((key) => key as LayerId);
            useCoding.setState({ shownLayers: new Set(next) });
          }}
        >
          {layers.map(({ id, name, own }) => (
            <MenuItem key={id} id={id} className="list-box-item" textValue={name}>
              {({ isSelected }) => (
                <>
                  <Text slot="label">{own ? `${name} (you)` : name}</Text>
                  <Check
                    className="layer-check"
                    aria-hidden
                    style={{ visibility: isSelected ? 'visible' : 'hidden' }}
                  />
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
