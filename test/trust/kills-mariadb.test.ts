import { killsOn } from './kills.ts';

killsOn('mariadb');
