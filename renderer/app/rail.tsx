import { CoderMenu } from '../project/coder-menu.tsx';
import { goToScreen, useNavigation } from './navigation.ts';
import { screens } from './screen-names.ts';

export function Rail() {
  const current = useNavigation((state) => state.place.screen);
  return (
    <nav className="rail" aria-label="Screens">
      <ul>
        {screens.map(({ name, label, icon: Icon }) => (
          <li key={name}>
            <button
              type="button"
              className="rail-item"
              title={label}
              aria-current={name === current ? 'page' : undefined}
              onClick={() => goToScreen(name)}
            >
              <Icon aria-hidden />
              {label}
            </button>
          </li>
        ))}
      </ul>
      <CoderMenu />
    </nav>
  );
}
