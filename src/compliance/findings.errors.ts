import { conflict, contradiction, type Problem } from '../common/problem.js';

export const alreadySuperseded = (): Problem =>
  conflict({ path: '', problem: 'This finding has been superseded; look at what took its place (`successorId`)' });

export const snoozeMustEndLater = (): Problem => contradiction({ path: 'until', problem: 'must be a day after today' });
