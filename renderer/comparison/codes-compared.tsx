import type { SessionChoices } from '#shared/comparison/comparison-contract.ts';
import { Button } from '../ui/button.tsx';

type Choice = SessionChoices['codes'][number];

interface CodesComparedProps {
  readonly choices: readonly Choice[];
  /** Uids; null: all but those that only mark the structure of a text. */
  readonly codes: readonly string[] | null;
  readonly onChange: (codes: readonly string[] | null) => void;
}

/** On which codes people are compared: all of them, unless somebody says which. A code takes those below it along. */
export function CodesCompared({ choices, codes, onChange }: CodesComparedProps) {
  const usual = choices.filter(({ isStructural }) => !isStructural);
  const taken = new Set(codes ?? usual.map(({ uid }) => uid));
  const toggle = ({ uid }: Choice): void => {
    const branch = new Set(branchOf(choices, uid));
    const without = [...taken].filter((one) => !branch.has(one));
    onChange(taken.has(uid) ? without : [...without, ...branch]);
  };
  return (
    <details className="new-session-codes">
      <summary>
        Codes: {codes === null ? `all ${usual.length}` : `${taken.size} of ${choices.length}`}
      </summary>
      <p>
        <Button tone="quiet" onPress={() => onChange(null)}>
          All
        </Button>
        <Button tone="quiet" onPress={() => onChange([])}>
          None
        </Button>
      </p>
      <div className="new-session-code-list">
        {choices.map((code) => (
          <label key={code.uid} style={{ paddingLeft: `${depthOf(choices, code) * 16}px` }}>
            <input type="checkbox" checked={taken.has(code.uid)} onChange={() => toggle(code)} />
            {code.name}
          </label>
        ))}
      </div>
    </details>
  );
}

/** The code and all below it. */
function branchOf(choices: readonly Choice[], uid: string): readonly string[] {
  const below = choices.filter(({ parentUid }) => parentUid === uid);
  return [uid, ...below.flatMap((code) => branchOf(choices, code.uid))];
}

function depthOf(choices: readonly Choice[], { parentUid }: Choice): number {
  const parent = choices.find(({ uid }) => uid === parentUid);
  return parent === undefined ? 0 : depthOf(choices, parent) + 1;
}
