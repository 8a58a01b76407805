import eslint from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

export default typescript.config(
    {ignores: ['site', 'generated', 'node_modules', '*.js', '*.mjs', 'vite.config.ts']},
    eslint.configs.recommended,
    typescript.configs.strictTypeChecked,
    a11y.flatConfigs.strict,
    hooks.configs.flat.recommended,
    {
        languageOptions: {parserOptions: {project: './tsconfig.json'}},
        rules: {
            '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
            '@typescript-eslint/no-confusing-void-expression': 'off',
            // French has them before : ; ! and ?
            'no-irregular-whitespace': ['error', {skipStrings: true, skipTemplates: true}],
            'max-lines': ['error', 300],
        },
    },
);
