import { Screen } from '../ui/screen.tsx';

export function CodingScreen() {
  return <Screen title="Coding">{null}</Screen>;
}
