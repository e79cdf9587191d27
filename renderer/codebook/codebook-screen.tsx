import { Screen } from '../ui/screen.tsx';

export function CodebookScreen() {
  return <Screen title="Codebook">{null}</Screen>;
}
