import '@fontsource-variable/radio-canada/standard.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/matches.css';
import './styles/charts.css';
import './styles/account.css';
import './styles/print.css';
import './account/link_token';

import {QueryClient, QueryClientProvider} from '@tanstack/react-query';
import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';

import {SessionProvider} from './account/session';
import {isRefusal} from './api/client';
import {App} from './app';
import {ProfileProvider} from './profile/store';
import {LocationProvider} from './router';
import type {Words} from './text/en';
import {TextProvider, type Language} from './text/text';
import {applyTheme} from './ui/theme';

const requests = new QueryClient({
    defaultOptions: {
        queries: {
            staleTime: 60_000,
            refetchOnWindowFocus: false,
            // What was refused is refused again; what failed may not.
            retry: (count, error) => count < 1 && !isRefusal(error),
            retryDelay: 500,
            networkMode: 'always',
        },
    },
});

export function start(language: Language, words: Words): void {
    applyTheme();
    const root = document.getElementById('root');
    if (!root) {
        return;
    }
    createRoot(root).render(
        <StrictMode>
            <TextProvider language={language} words={words}>
                <QueryClientProvider client={requests}>
                    <LocationProvider>
                        <SessionProvider>
                            <ProfileProvider>
                                <App />
                            </ProfileProvider>
                        </SessionProvider>
                    </LocationProvider>
                </QueryClientProvider>
            </TextProvider>
        </StrictMode>,
    );
}
