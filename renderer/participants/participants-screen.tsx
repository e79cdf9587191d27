import { Screen } from '../ui/screen.tsx';

export function ParticipantsScreen() {
  return <Screen title="Participants">{null}</Screen>;
}
