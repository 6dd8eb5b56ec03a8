import { explainConstraint } from '../common/constraint.js';
import { contradiction, invalid, notFound } from '../common/problem.js';

explainConstraint('app_user_email', { path: 'email', problem: 'belongs to another user' });

export const noSuchUser = () => notFound('user');

export const lastAdmin = () =>
  contradiction({ path: 'role', problem: 'cannot change: without this user nobody enabled would be an admin' });

export const nothingToChange = () =>
  invalid({ path: '', problem: 'Name what is to change', allowed: ['name', 'role', 'disabled', 'password', 'secondFactorRequired'] });
