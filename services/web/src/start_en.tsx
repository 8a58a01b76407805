import {start} from './start';
import {en} from './text/en';

start('en', en);
