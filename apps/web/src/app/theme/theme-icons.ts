import type { IconName } from '@docket/web/ui';
import type { ThemeName } from './theme';

export const THEME_ICONS: Record<ThemeName, IconName> = { system: 'contrast', light: 'light_mode', dark: 'dark_mode' };
