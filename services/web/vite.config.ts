import react from '@vitejs/plugin-react';
import {defineConfig} from 'vite';

export default defineConfig({
    base: '/',
    plugins: [react()],
    build: {
        outDir: 'site',
        emptyOutDir: true,
        target: 'es2022',
        // Nothing inline, so that the Content-Security-Policy needs no exception.
        assetsInlineLimit: 0,
        modulePreload: {polyfill: false},
        reportCompressedSize: false,
        chunkSizeWarningLimit: 2000, // pdf.js, which comes where a PDF is looked at.
        rollupOptions: {input: {en: 'en.html', fr: 'fr.html'}},
    },
});
