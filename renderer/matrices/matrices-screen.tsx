import { Screen } from '../ui/screen.tsx';

export function MatricesScreen() {
  return <Screen title="Matrices">{null}</Screen>;
}
