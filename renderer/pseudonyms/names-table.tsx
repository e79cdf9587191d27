import { useState, type FormEvent } from 'react';
import { X } from 'lucide-react';
import type { OpenNames } from '#shared/pseudonyms/pseudonyms-contract.ts';
import { api } from '../api/api.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';

type Names = OpenNames['identifiers'];

function set(identifiers: Names): void {
  api.pseudonyms.setNames({ identifiers: [...identifiers] }).catch(reportError);
}

export function NamesTable({ identifiers }: { readonly identifiers: Names }) {
  const [original, setOriginal] = useState('');
  const [replacement, setReplacement] = useState('');
  const canAdd = original.trim() !== '' && replacement.trim() !== '';
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (!canAdd) return;
    set([...identifiers, { original: original.trim(), replacement: replacement.trim() }]);
    setOriginal('');
    setReplacement('');
  };
  return (
    <section aria-label="Names">
      {identifiers.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">In the text</th>
              <th scope="col">Stands in its place</th>
              <th scope="col">
                <span className="visually-hidden">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {identifiers.map((one, index) => (
              <tr key={`${index} ${one.original}`}>
                <td>{one.original}</td>
                <td>{one.replacement}</td>
                <td>
                  <IconButton
                    label={`Remove ${one.original} from the list`}
                    icon={<X />}
                    onPress={() => set(identifiers.filter((_, at) => at !== index))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <form className="pseudonyms-row" onSubmit={add}>
        <TextField label="Name, place or other identifier" value={original} onChange={setOriginal} />
        <TextField
          label="Replacement"
          placeholder="T07, [school leader]"
          value={replacement}
          onChange={setReplacement}
        />
        <Button type="submit" isDisabled={!canAdd}>
          Add
        </Button>
      </form>
    </section>
  );
}
