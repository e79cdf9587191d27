import type { MappingChoice, MergeReport } from '#shared/packages/merge-report.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { previewMerge } from './packages-actions.ts';
import type { MergeInHand } from './packages-store.ts';

const ANOTHER = '';

interface MappingStepProps {
  readonly merge: MergeInHand;
  readonly report: MergeReport;
}

/** The person says what is the same: a name alone decides nothing. */
export function MappingStep({ merge, report }: MappingStepProps) {
  const { choices } = report;
  if (choices.length === 0) return null;
  const decide = (same: Readonly<Record<string, string>>): void => {
    previewMerge({ ...merge, same }).catch(reportError);
  };
  const alike = choices.filter(
    ({ candidates, sameAs }) => sameAs === null && candidates.filter((one) => one.alike).length === 1,
  );
  const takeAlike = (): void => {
    const found = alike.map(({ theirUid, candidates }) => [theirUid, candidates[0]?.uid ?? ''] as const);
    decide({ ...merge.same, ...Object.fromEntries(found) });
  };
  return (
    <section aria-label="What is the same?">
      <h2>
        What is the same?
        <span className="screen-note">Whatever is not, is added beside yours.</span>
        {alike.length > 0 && (
          <Button onPress={takeAlike}>
            {alike.length === 1 ? 'The one that is alike' : `All ${alike.length} that are alike`}
          </Button>
        )}
      </h2>
      <table className="mapping">
        <thead>
          <tr>
            <th scope="col">Theirs</th>
            <th scope="col">is ours</th>
          </tr>
        </thead>
        <tbody>
          {choices.map((choice) => (
            <tr key={choice.theirUid}>
              <th scope="row">
                {choice.theirName} <span className="muted">{choice.noun}</span>
              </th>
              <td>
                <Select
                  label={`${choice.theirName} is ours`}
                  hideLabel
                  choices={optionsOf(choice, report)}
                  value={choice.sameAs ?? ANOTHER}
                  onChange={(uid) => decide(withDecision(merge.same, choice.theirUid, uid))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function optionsOf({ table, noun, candidates }: MappingChoice, { ourCodes }: MergeReport) {
  const known = new Set(candidates.map(({ uid }) => uid));
  const others = table === 'code' ? ourCodes.filter(({ uid }) => !known.has(uid)) : [];
  return [
    { value: ANOTHER, label: `another ${noun}` },
    ...candidates.map(({ uid, name, alike }) => ({ value: uid, label: alike ? `${name} (alike)` : name })),
    ...others.map(({ uid, name }) => ({ value: uid, label: name })),
  ];
}

function withDecision(
  same: Readonly<Record<string, string>>,
  theirs: string,
  ours: string,
): Readonly<Record<string, string>> {
  const { [theirs]: _before, ...others } = same;
  return ours === ANOTHER ? others : { ...others, [theirs]: ours };
}
