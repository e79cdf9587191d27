import { useMemo } from 'react';
import { Filter, X } from 'lucide-react';
import { Checkbox, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { pathName, useCodebook } from '../codebook/codebook-store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { speakersOf, type CodingFilter } from './coding-filter.ts';
import { useCoding, type OpenTranscript } from './coding-store.ts';
import { clearFilter, isFiltered } from './filter-actions.ts';
import { useShown } from './use-shown.ts';

const ALL = '';

/** What is shown of the codings: one popover, and beside it how many, and the way back to all. */
export function FilterPopover({ open }: { readonly open: OpenTranscript }) {
  const filtered = useCoding(isFiltered);
  const codings = useCoding((state) => state.codings);
  const shownLayers = useCoding((state) => state.shownLayers);
  const all = useMemo(
    () => [...codings.values()].filter(({ layerId }) => shownLayers.has(layerId)).length,
    [codings, shownLayers],
  );
  const shown = useShown().length;
  return (
    <span className="coding-filter">
      <DialogTrigger>
        <Button
          icon={<Filter />}
          aria-label={filtered ? `Filter: showing ${shown} of ${all} codings` : 'Filter'}
        >
          {filtered ? `Showing ${shown} of ${all}` : 'Filter'}
        </Button>
        <Popover className="popover coding-filter-popover" placement="bottom end">
          <Dialog aria-label="Which codings are shown">
            <Choices open={open} />
          </Dialog>
        </Popover>
      </DialogTrigger>
      {filtered && <IconButton label="Show all codings (0)" icon={<X />} onPress={clearFilter} />}
    </span>
  );
}

function Choices({ open: { transcript } }: { readonly open: OpenTranscript }) {
  const filtered = useCoding(isFiltered);
  const filter = useCoding((state) => state.filter);
  const set = (change: Partial<CodingFilter>): void =>
    useCoding.setState({ filter: { ...filter, ...change } });
  return (
    <div className="coding-filter-choices">
      <CodeChoice />
      {transcript.sections.length > 0 && (
        <Select
          label="Section"
          choices={[
            { value: 0, label: 'All sections' },
            ...transcript.sections.map(({ number, title }) => ({ value: number, label: title })),
          ]}
          value={filter.section ?? 0}
          onChange={(number) => set({ section: number === 0 ? null : number })}
        />
      )}
      <Select
        label="Speaker"
        choices={[
          { value: ALL, label: 'All speakers' },
          ...speakersOf(transcript).map((speaker) => ({ value: speaker, label: speaker })),
        ]}
        value={filter.speaker ?? ALL}
        onChange={(speaker) => set({ speaker: speaker === ALL ? null : speaker })}
      />
      <Layers />
      <Tick
        label="Good quotations only"
        isSelected={filter.goodQuotations}
        onChange={(goodQuotations) => set({ goodQuotations })}
      />
      <Button isDisabled={!filtered} onPress={clearFilter}>
        Show all codings <kbd>0</kbd>
      </Button>
    </div>
  );
}

function CodeChoice() {
  const byId = useCodebook((state) => state.byId);
  const onlyCode = useCoding((state) => state.onlyCode);
  const codings = useCoding((state) => state.codings);
  const used = new Set([...codings.values()].map(({ codeId }) => codeId));
  const codes = [...byId.values()].filter(({ id }) => used.has(id) || id === onlyCode);
  return (
    <Select
      label="Code, and what stands below it"
      choices={[
        { value: 0, label: 'All codes' },
        ...codes.map(({ id }) => ({ value: Number(id), label: pathName(byId, id) })),
      ]}
      value={onlyCode ?? 0}
      onChange={(id) => useCoding.setState({ onlyCode: codes.find((code) => code.id === id)?.id ?? null })}
    />
  );
}

function Layers() {
  const layers = useCoding((state) => state.layers);
  const shownLayers = useCoding((state) => state.shownLayers);
  if (layers.length < 2) return null;
  return (
    <div role="group" aria-label="Coders">
      {layers.map(({ id, name, own }) => (
        <Tick
          key={id}
          label={own ? `${name} (you)` : name}
          isSelected={shownLayers.has(id)}
          onChange={(isShown) => {
            const next = new Set(shownLayers);
            if (isShown) next.add(id);
            else next.delete(id);
            useCoding.setState({ shownLayers: next });
          }}
        />
      ))}
    </div>
  );
}

interface TickProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

function Tick({ label, isSelected, onChange }: TickProps) {
  return (
    <Checkbox className="coding-filter-tick" isSelected={isSelected} onChange={onChange}>
      <span className="coding-filter-box" aria-hidden />
      {label}
    </Checkbox>
  );
}
