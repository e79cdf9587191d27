import { Screen } from '../ui/screen.tsx';

export function TranscriptsScreen() {
  return <Screen title="Transcripts">{null}</Screen>;
}
