import {start} from './start';
import {fr} from './text/fr';

start('fr', fr);
